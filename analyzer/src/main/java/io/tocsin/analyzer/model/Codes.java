package io.tocsin.analyzer.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Weibo posts that nobody labelled tell which code like {@code [泪]} their authors put in. An encoder that learns to tell
 * it from the rest of the post learns how feelings are worded (Felbo et al. 2017, "Using millions of emoji occurrences").
 */
final class Codes {
    /** So many kinds of codes are told apart, the commonest. */
    private static final int KINDS = 64;

    private static final int FEWEST_LETTERS = 5;

    private static final Pattern CODE = Pattern.compile("\\[([\\p{IsHan}a-zA-Z]{1,6})]");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]{1,8}]");
    private static final Pattern REPOSTED = Pattern.compile("//\\s*@.*", Pattern.DOTALL);
    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Codes() {}

    /**
     * The posts without their codes, labelled by the first of them.
     *
     * @param labelled what people labelled: posts that say the same are left out
     */
    static List<LabelledPost> taught(Collection<LabelledPost> posts, Collection<LabelledPost> labelled) {
        Set<String> known =
                labelled.stream().map(post -> letters(post.text())).collect(Collectors.toCollection(HashSet::new));
        List<LabelledPost> coded = posts.stream()
                .flatMap(post -> coded(post).stream())
                .filter(post -> letters(post.text()).length() >= FEWEST_LETTERS && known.add(letters(post.text())))
                .toList();
        Set<String> common = common(coded);
        return coded.stream()
                .filter(post -> common.contains(post.label(Question.CODE.word())))
                .toList();
    }

    /** What the author wrote, without what is passed on. */
    private static Optional<LabelledPost> coded(LabelledPost post) {
        String own = REPOSTED.matcher(post.text()).replaceFirst("");
        Matcher code = CODE.matcher(own);
        return code.find()
                ? Optional.of(new LabelledPost(
                        BRACKETS.matcher(own).replaceAll("").strip(),
                        post.language(),
                        Map.of(Question.CODE.word(), code.group(1))))
                : Optional.empty();
    }

    private static String letters(String text) {
        String bare = BRACKETS.matcher(text).replaceAll("");
        return OTHER_THAN_LETTERS.matcher(NormalText.of(bare)).replaceAll("");
    }

    private static Set<String> common(List<LabelledPost> coded) {
        Map<String, Long> counts = coded.stream()
                .map(post -> post.label(Question.CODE.word()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(KINDS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
