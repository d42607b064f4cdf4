/** Whom to call next. */
@NullMarked
package io.tocsin.alerting.escalation;

import org.jspecify.annotations.NullMarked;
