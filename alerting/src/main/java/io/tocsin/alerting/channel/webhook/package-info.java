/** Webhooks, signed by the Standard Webhooks scheme. */
@NullMarked
package io.tocsin.alerting.channel.webhook;

import org.jspecify.annotations.NullMarked;
