package io.tocsin.app.bench;

import com.hankcs.hanlp.HanLP;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What people do to a text that they post again. */
enum HandEdit {
    ONE_TYPO("one typo") {
        @Override
        String of(String text, RandomGenerator random) {
            return typo(text, random);
        }
    },
    THREE_TYPOS("three typos") {
        @Override
        String of(String text, RandomGenerator random) {
            return typo(typo(typo(text, random), random), random);
        }
    },
    CUT("the last quarter cut off") {
        @Override
        String of(String text, RandomGenerator random) {
            return beginning(text, 0.75);
        }
    },
    PREFIX("a sentence before it") {
        @Override
        String of(String text, RandomGenerator random) {
            return (isChinese(text) ? "大家快看，求转发：" : "Please read and share this: ") + text;
        }
    },
    SCRIPT("in traditional characters") {
        @Override
        String of(String text, RandomGenerator random) {
            return HanLP.convertToTraditionalChinese(text);
        }
    },
    LINK("another link") {
        @Override
        String of(String text, RandomGenerator random) {
            return text.replaceAll("https?://[!-~]+", "") + " https://example.org/" + random.nextInt(1_000_000);
        }
    },
    DECORATION("emoji, a hashtag, a name and marks of a repost") {
        @Override
        String of(String text, RandomGenerator random) {
            return (isChinese(text) ? "转发微博//@小林: " : "RT @lin: ") + text + " 😡😡 #acme @acme_help";
        }
    },
    SEVERAL("a repost with two typos, cut by a tenth, with emoji") {
        @Override
        String of(String text, RandomGenerator random) {
            String cut = beginning(typo(typo(text, random), random), 0.9);
            return (isChinese(text) ? "转发：" : "RT @lin: ") + cut + " 😡";
        }
    };

    private static final char FIRST_CHINESE = 0x4E00;
    private static final int COMMON_CHINESE = 3_000;

    private final String words;

    HandEdit(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    abstract String of(String text, RandomGenerator random);

    static boolean isChinese(String text) {
        return text.chars().filter(c -> c >= FIRST_CHINESE).count() * 3 > text.length();
    }

    private static String beginning(String text, double share) {
        return text.substring(0, text.offsetByCodePoints(0, (int) (text.codePointCount(0, text.length()) * share)));
    }

    /** A letter left out, doubled or mistaken; never a digit. */
    private static String typo(String text, RandomGenerator random) {
        int[] letters = IntStream.range(0, text.length())
                .filter(i -> Character.isLetter(text.charAt(i)))
                .toArray();
        if (letters.length == 0) {
            return text;
        }
        int at = letters[random.nextInt(letters.length)];
        char letter = text.charAt(at);
        String wrong = switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> String.valueOf(letter).repeat(2);
            default -> String.valueOf(other(letter, random));
        };
        return text.substring(0, at) + wrong + text.substring(at + 1);
    }

    private static char other(char letter, RandomGenerator random) {
        return letter >= FIRST_CHINESE
                ? (char) (FIRST_CHINESE + random.nextInt(COMMON_CHINESE))
                : (char) ('a' + random.nextInt(26));
    }
}
