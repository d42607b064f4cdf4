package io.tocsin.analyzer.model;

/** What the models of a language make of one text. */
public final class Reading {
    private final double[] sentiment;
    private final double complaint;

    Reading(Models models, Head sentiment, Head complaint, String text) {
        int[] features = sentiment.features().of(text);
        this.sentiment = models.model(sentiment).probabilities(features);
        this.complaint = models.model(complaint).probabilities(features)[1];
    }

    /** The chance from 0 to 1 that the author is unhappy. */
    public double negative() {
        return sentiment[0];
    }

    /** The chance from 0 to 1 that the author shows no feeling. */
    public double neutral() {
        return sentiment[1];
    }

    /** The chance from 0 to 1 that the author is happy. */
    public double positive() {
        return sentiment[2];
    }

    /** The chance from 0 to 1 that it is a complaint. */
    public double complaint() {
        return complaint;
    }
}
