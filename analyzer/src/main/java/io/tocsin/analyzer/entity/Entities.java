package io.tocsin.analyzer.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the names and numbers that posts speak of. Safe for use by many threads.
 *
 * <p>Names in English and Chinese need models, which are loaded once for all instances when they are first needed, in
 * about three seconds: {@link #warmUp()} does it beforehand.
 */
public final class Entities {
    /** Characters looked at; what stands later in a post is left out. */
    public static final int LONGEST_TEXT = 10_000;

    private static final Finder ORDERS = new OrderNumbers();
    private static final Finder ENGLISH = new EnglishNames();
    private static final Finder TITLED = new ChinesePersons();
    private static final Finder PHONES = new PhoneNumbers(List.of("US", "GB", "CN", "HK", "TW"));
    private static final Finder PHONES_IN_CHINESE = new PhoneNumbers(List.of("CN", "HK", "TW", "US", "GB"));

    private final Finder dictionary;
    private final Finder chinese;

    /** @param dictionary the names that the user knows; they win over what the models say */
    public Entities(Dictionary dictionary) {
        this(dictionary, ChineseRecognition.HANLP);
    }

    /**
     * With a choice for Chinese.
     *
     * @throws IllegalStateException if the models for it are not on the class path
     */
    public Entities(Dictionary dictionary, ChineseRecognition recognition) {
        this.dictionary = new DictionaryNames(dictionary);
        this.chinese = recognition.finder();
    }

    /**
     * The entities in the order in which a text first speaks of them, without repetition.
     *
     * @param language BCP 47 tag; names are recognised in {@code en} and {@code zh}, and in other languages come from
     *     the dictionary only
     */
    public List<Entity> find(String text, String language) {
        return found(text, finders(language));
    }

    /** Those that are found without a model, in a thousandth of the time: of the dictionary, order and phone numbers. */
    public List<Entity> findWithoutModels(String text, String language) {
        return found(text, List.of(dictionary, ORDERS, language.equals("zh") ? PHONES_IN_CHINESE : PHONES));
    }

    private static List<Entity> found(String text, List<Finder> finders) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        List<Mention> mentions = new ArrayList<>();
        for (Finder finder : finders) {
            for (Mention mention : finder.find(beginning)) {
                if (mentions.stream().noneMatch(mention::overlaps)) {
                    mentions.add(mention);
                }
            }
        }
        return mentions.stream()
                .sorted(Comparator.comparingInt(Mention::begin))
                .map(Mention::entity)
                .distinct()
                .toList();
    }

    /** Loads the models, so that no post has to wait for them. */
    public void warmUp() {
        ENGLISH.find("Hello there");
        chinese.find("你好");
    }

    /** Those that find the surest come first. */
    private List<Finder> finders(String language) {
        return switch (language) {
            case "zh" -> List.of(dictionary, ORDERS, PHONES_IN_CHINESE, TITLED, chinese);
            case "en" -> List.of(dictionary, ORDERS, PHONES, ENGLISH);
            default -> List.of(dictionary, ORDERS, PHONES);
        };
    }
}
