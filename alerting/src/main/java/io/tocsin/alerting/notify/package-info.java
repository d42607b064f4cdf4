/** What is sent, and the record of it. */
@NullMarked
package io.tocsin.alerting.notify;

import org.jspecify.annotations.NullMarked;
