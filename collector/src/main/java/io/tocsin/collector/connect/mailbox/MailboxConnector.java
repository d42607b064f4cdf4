package io.tocsin.collector.connect.mailbox;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.CursorFormat;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.MailboxSettings;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mails that came into a folder since, oldest first. The folder is opened for reading only: no mail is
 * changed, moved, deleted, or marked as seen.
 */
public final class MailboxConnector implements Connector {
    private static final Logger log = LoggerFactory.getLogger(MailboxConnector.class);
    private static final CursorFormat<Place> CURSORS = new CursorFormat<>(Place.class, Place.START);
    /** As many as are read by one step. */
    private static final int STEP = 100;

    /** So much of a mail is read, in bytes: people's words come first, attachments after them. */
    private static final int LIMIT = 1 << 20;

    private final MailServer server;
    private final MailboxSettings settings;

    public MailboxConnector(MailboxSettings settings, FetchSettings manners) {
        this.settings = settings;
        this.server = new MailServer(settings, manners.timeout());
    }

    /**
     * How far the folder was read.
     *
     * @param validity what the server calls the present numbering of its mails: with another one all numbers are void
     *     (UIDVALIDITY, RFC 3501, 2.3.1.1)
     * @param uid the number of the last mail that was read; numbers only grow
     */
    record Place(long validity, long uid) {
        static final Place START = new Place(0, 0);

        Place under(long now) {
            return validity == now ? this : new Place(now, 0);
        }
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        try (Store store = server.connect();
                Folder folder = store.getFolder(settings.folder())) {
            folder.open(Folder.READ_ONLY);
            return read(folder, CURSORS.read(cursor), now);
        } catch (MessagingException | IOException e) {
            throw MailTrouble.of(e, settings);
        }
    }

    private Harvest read(Folder folder, Place before, Instant now) throws MessagingException, IOException {
        UIDFolder numbers = (UIDFolder) folder;
        Place place = before.under(numbers.getUIDValidity());
        int count = folder.getMessageCount();
        int first = firstAfter(place.uid(), numbers, folder, count);
        int last = Math.min(count, first + STEP - 1);
        List<Post> posts = new ArrayList<>();
        for (Message mail : mails(folder, first, last)) {
            place = new Place(place.validity(), numbers.getUID(mail));
            try {
                read((IMAPMessage) mail, now).ifPresent(posts::add);
            } catch (MessagingException | IOException e) {
                if (!folder.isOpen()) {
                    throw e;
                }
                // One mail that cannot be read, or was deleted meanwhile, must not keep the others back.
                log.warn(
                        "Mail {} of source {} is left out",
                        place.uid(),
                        settings.polling().name(),
                        e);
            }
        }
        return new Harvest(posts, CURSORS.write(place), last < count);
    }

    /** Mails with what is asked about each: all in one question. */
    private static Message[] mails(Folder folder, int first, int last) throws MessagingException {
        if (last < first) {
            return new Message[0];
        }
        Message[] mails = folder.getMessages(first, last);
        FetchProfile questions = new FetchProfile();
        questions.add(UIDFolder.FetchProfileItem.UID);
        questions.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(mails, questions);
        return mails;
    }

    private static Optional<Post> read(IMAPMessage mail, Instant now) throws MessagingException, IOException {
        Date received = mail.getReceivedDate();
        try (InputStream raw = mail.getMimeStream()) {
            return MailReader.read(raw.readNBytes(LIMIT), received == null ? now : received.toInstant());
        }
    }

    /** The place in the folder of the first mail with a greater number: mails lie in the order of their numbers. */
    private static int firstAfter(long uid, UIDFolder numbers, Folder folder, int count) throws MessagingException {
        int low = 1;
        int high = count + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers.getUID(folder.getMessage(middle)) > uid) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
