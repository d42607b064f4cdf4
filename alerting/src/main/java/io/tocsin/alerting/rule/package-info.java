/** When to ring: rules, and the breach that one of them found. */
@NullMarked
package io.tocsin.alerting.rule;

import org.jspecify.annotations.NullMarked;
