package io.tocsin.alerting.channel.email;

import java.time.Instant;

/**
 * A message that is written and not sent yet.
 *
 * @param key names the message, whichever attempt it is
 * @param thread what messages belong together by
 * @param attempt from 1
 */
record Letter(
        String key, String thread, int attempt, String to, Instant written, String subject, String html, String text) {}
