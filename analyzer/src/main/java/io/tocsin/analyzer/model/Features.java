package io.tocsin.analyzer.model;

/** What a model sees of a text. */
enum Features {
    ENGLISH {
        @Override
        int[] ofNormal(String text) {
            return EnglishFeatures.of(text);
        }
    },
    CHINESE {
        @Override
        int[] ofNormal(String text) {
            return ChineseFeatures.of(text);
        }
    };

    static Features forLanguage(String language) {
        return language.equals("zh") ? CHINESE : ENGLISH;
    }

    abstract int[] ofNormal(String text);

    /** The features of a text as people wrote it: bucket numbers, ascending, each once. */
    int[] of(String text) {
        return ofNormal(NormalText.of(text));
    }
}
