package io.tocsin.dashboards.web;

/**
 * A point in time as a reader reads it.
 *
 * @param iso for machines
 * @param exact with seconds and zone; how exact it is, where it is not
 * @param absolute date and time in the reader's zone
 * @param relative how long ago, or how soon
 */
record Moment(String iso, String exact, String absolute, String relative) {}
