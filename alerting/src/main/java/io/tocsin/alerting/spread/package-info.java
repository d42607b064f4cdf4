/** How many complain, and how many usually do. */
@NullMarked
package io.tocsin.alerting.spread;

import org.jspecify.annotations.NullMarked;
