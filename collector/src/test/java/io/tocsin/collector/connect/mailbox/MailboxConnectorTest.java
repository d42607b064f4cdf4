package io.tocsin.collector.connect.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tocsin.collector.connect.MailboxSettings;
import io.tocsin.collector.connect.MailboxSettings.Security;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import io.tocsin.collector.source.SourceState.Health;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Read from a real IMAP server. */
class MailboxConnectorTest {
    private static final String USER = "complaints@acme.example";
    private static final String PASSWORD = "a bell rings";

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_IMAP), setup(ServerSetup.PROTOCOL_IMAPS)});
    private GreenMailUser user;
    private Polls polls;

    @BeforeEach
    void begin() {
        server.start();
        user = server.setUser(USER, USER, PASSWORD);
        polls = new Polls(settings(port()));
    }

    @AfterEach
    void end() {
        polls.close();
        server.stop();
    }

    @Test
    void mailsArriveOnceAndStayAsTheyAre() throws Exception {
        deliver(1, 2, 3);

        assertThat(polls.poll()).extracting(Post::id).containsExactly("mail:1@x", "mail:2@x", "mail:3@x");
        assertThat(polls.poll()).isEmpty();
        deliver(4);
        assertThat(polls.poll()).extracting(Post::text).containsExactly("No signal 4\nSince Sunday.");
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
        assertThat(inbox().getMessages())
                .hasSize(4)
                .allMatch(mail -> !mail.getFlags().contains(Flags.Flag.SEEN))
                .allMatch(mail -> !mail.getFlags().contains(Flags.Flag.DELETED));
    }

    @Test
    void aFullMailboxIsReadInSteps() throws Exception {
        deliver(IntStream.rangeClosed(1, 250).toArray());

        assertThat(polls.poll()).hasSize(250);
        assertThat(polls.arrived()).extracting(Post::id).doesNotHaveDuplicates();
    }

    @Test
    void mailsThatWereDeletedLeaveNoGap() throws Exception {
        deliver(1, 2, 3, 4);
        polls.poll();
        inbox().getMessages().getFirst().setFlag(Flags.Flag.DELETED, true);
        inbox().expunge();
        deliver(5);

        assertThat(polls.poll()).extracting(Post::id).containsExactly("mail:5@x");
    }

    @Test
    void afterARenumberingAllIsReadAgain() throws Exception {
        deliver(1, 2);
        Cursor otherNumbers = new Cursor("{\"validity\":1,\"uid\":99}");

        assertThat(new MailboxConnector(settings(port()), FetchSettings.DEFAULT)
                        .harvest(otherNumbers, Instant.now())
                        .posts())
                .extracting(Post::id)
                .containsExactly("mail:1@x", "mail:2@x");
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() throws Exception {
        deliver(1);
        server.setUser(USER, USER, "another");

        assertThat(polls.poll()).isEmpty();
        assertThat(problem().kind()).isEqualTo(Problem.Kind.ACCESS);
        assertThat(problem().message())
                .contains("'username' and 'password'", "expired")
                .doesNotContain(PASSWORD, USER);

        server.setUser(USER, USER, PASSWORD);
        polls.pass(Duration.ofHours(1));
        assertThat(polls.poll()).hasSize(1);
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        MailboxSettings settings = settings(port());
        try (Polls nowhere = new Polls(new MailboxSettings(
                settings.polling(), settings.host(), settings.port(), Security.NONE, USER, PASSWORD, "Beschwerden"))) {
            nowhere.poll();

            assertThat(Objects.requireNonNull(nowhere.state().problem()).kind()).isEqualTo(Problem.Kind.MISSING);
            assertThat(Objects.requireNonNull(nowhere.state().problem()).message())
                    .contains("'Beschwerden'");
        }
    }

    @Test
    void aPrivateAddressIsNotAskedUnlessItIsAllowed() {
        MailboxSettings internal = settings(port());
        Polling closed = new Polling("test", Duration.ofMinutes(5), false);

        assertThat(problem(new MailboxSettings(
                                closed, "localhost", internal.port(), Security.NONE, USER, PASSWORD, "INBOX"))
                        .kind())
                .isEqualTo(Problem.Kind.FORBIDDEN_ADDRESS);
        assertThat(problem(new MailboxSettings(closed, "127.0.0.1", imapsPort(), Security.TLS, USER, PASSWORD, "INBOX"))
                        .kind())
                .isEqualTo(Problem.Kind.FORBIDDEN_ADDRESS);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotBelieved() {
        MailboxSettings open = settings(port());
        Problem problem = problem(
                new MailboxSettings(open.polling(), "127.0.0.1", imapsPort(), Security.TLS, USER, PASSWORD, "INBOX"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.NETWORK);
        assertThat(problem.message()).contains("certificate");
    }

    @Test
    void aServerThatDoesNotTurnToTlsGetsNoPassword() {
        MailboxSettings open = settings(port());
        Problem problem = problem(
                new MailboxSettings(open.polling(), "127.0.0.1", port(), Security.STARTTLS, USER, PASSWORD, "INBOX"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.NETWORK);
    }

    @Test
    void aServerThatIsNotThereOrSaysNothingIsSaid() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(problem(settings(silent.getLocalPort())).message()).contains("did not answer in time");
        }
        assertThat(problem(settings(closedPort())).message()).contains("nothing answers there");
    }

    @Test
    void aMailOf50MegabytesIsReadWithoutItsAttachment() throws Exception {
        String line = "QUJD".repeat(19) + "\r\n";
        byte[] lines = line.repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        String head = """
                Message-ID: <big@x>
                Subject: See the film
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                It smokes.
                --b
                Content-Type: video/mp4
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                """.replace("\n", "\r\n");
        List<InputStream> film = Collections.nCopies(50_000_000 / lines.length, lines).stream()
                .map(chunk -> (InputStream) new ByteArrayInputStream(chunk))
                .toList();
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new SequenceInputStream(
                        new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)),
                        new SequenceInputStream(Collections.enumeration(film)))));
        deliver(2);

        FetchSettings patient = new FetchSettings(null, Duration.ZERO, Duration.ofMinutes(10), 1_000_000);
        assertThat(new MailboxConnector(settings(port()), patient)
                        .harvest(Cursor.START, Instant.now())
                        .posts())
                .extracting(Post::text)
                .containsExactly("See the film\nIt smokes.", "No signal 2\nSince Sunday.");
    }

    @Test
    void aConnectionThatIsCutAgainAndAgainLosesNothing() throws Exception {
        deliver(IntStream.rangeClosed(1, 150).toArray());
        try (CutLine line = new CutLine(port(), 7);
                Polls cut = new Polls(settings(line.port()))) {
            for (int poll = 0; cut.arrived().size() < 150 && poll < 400; poll++) {
                cut.poll();
                cut.pass(Duration.ofHours(2));
            }

            assertThat(line.cuts()).isPositive();
            assertThat(cut.arrived()).extracting(Post::id).hasSize(150).doesNotHaveDuplicates();
        }
    }

    @Test
    void answersOfProgramsAreLeftOut() throws Exception {
        deliver("Message-ID: <away@x>\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nI am away.\r\n");
        deliver(2);

        assertThat(polls.poll()).extracting(Post::id).containsExactly("mail:2@x");
    }

    private Problem problem(MailboxSettings settings) {
        FetchSettings manners = new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(1), 1_000_000);
        MailboxConnector connector = new MailboxConnector(settings, manners);
        SourceException[] thrown = new SourceException[1];
        assertThatThrownBy(() -> connector.harvest(Cursor.START, Instant.EPOCH))
                .isInstanceOfSatisfying(SourceException.class, e -> thrown[0] = e);
        return thrown[0].problem();
    }

    private Problem problem() {
        return Objects.requireNonNull(polls.state().problem());
    }

    private void deliver(int... numbers) throws MessagingException {
        for (int number : numbers) {
            deliver("Message-ID: <%1$d@x>\r\nFrom: li@example.org\r\nSubject: No signal %1$d\r\n\r\nSince Sunday.\r\n"
                    .formatted(number));
        }
    }

    private void deliver(String mail) throws MessagingException {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private MailFolder inbox() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private int port() {
        return server.getImap().getPort();
    }

    private int imapsPort() {
        return server.getImaps().getPort();
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(Duration.ofMinutes(5).toMillis());
        return setup;
    }

    private static MailboxSettings settings(int port) {
        return new MailboxSettings(Polls.polling(), "127.0.0.1", port, Security.NONE, USER, PASSWORD, "INBOX");
    }
}
