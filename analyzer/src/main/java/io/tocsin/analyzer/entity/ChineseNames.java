package io.tocsin.analyzer.entity;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Persons, places and organisations by HanLP's hidden Markov models over the roles of words (Zhang and Liu, Automatic
 * Recognition of Chinese Person Based on Role Tagging, 2004).
 *
 * <p>They were learned from newspapers, and see a name in every other sentence of a microblog: what they propose counts
 * only where its own characters speak for it too.
 */
final class ChineseNames implements Finder {

    /** Holds the model for all, from the first use on. */
    private static final class Model {
        static final Segment RECOGNISER = HanLP.newSegment()
                .enablePlaceRecognize(true)
                .enableOrganizationRecognize(true)
                .enableOffset(true);
    }

    @Override
    public List<Mention> find(String text) {
        Deque<Mention> mentions = new ArrayDeque<>();
        for (Term term : Model.RECOGNISER.seg(Prose.of(text))) {
            mention(term, mentions.peekLast(), text).ifPresent(mention -> {
                mentions.removeIf(mention::overlaps);
                mentions.add(mention);
            });
        }
        return List.copyOf(mentions);
    }

    private static Optional<Mention> mention(Term term, @Nullable Mention before, String text) {
        String tag = term.nature.toString();
        int begin = term.offset;
        int end = begin + term.length();
        if (tag.startsWith("nr")) {
            return ChinesePersons.isOne(term.word)
                    ? Optional.of(Mention.at(begin, end, Entity.Kind.PERSON, text))
                    : Optional.empty();
        }
        if (tag.startsWith("ns")) {
            return from(begin + ChinesePlaces.begin(term.word), end, Entity.Kind.PLACE, text);
        }
        return tag.startsWith("nt") ? organisation(withPlace(begin, before), end, text) : Optional.empty();
    }

    private static Optional<Mention> organisation(int begin, int end, String text) {
        int name = begin + ChineseOrganisations.begin(text.substring(begin, end));
        return from(name, end, Entity.Kind.ORGANISATION, text);
    }

    /** The name of an organisation begins with the place that stands before it. */
    private static int withPlace(int begin, @Nullable Mention before) {
        return before != null && before.entity().kind() == Entity.Kind.PLACE && before.end() == begin
                ? before.begin()
                : begin;
    }

    private static Optional<Mention> from(int begin, int end, Entity.Kind kind, String text) {
        return begin < end ? Optional.of(Mention.at(begin, end, kind, text)) : Optional.empty();
    }
}
