/** When what is done: the polls of the sources and the ticks of the alerting. */
@NullMarked
package io.tocsin.app.schedule;

import org.jspecify.annotations.NullMarked;
