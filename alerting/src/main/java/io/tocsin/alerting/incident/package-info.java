/** One event that people have to answer, and its life cycle. */
@NullMarked
package io.tocsin.alerting.incident;

import org.jspecify.annotations.NullMarked;
