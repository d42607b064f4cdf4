/** From the words of a page to text, times and counts. */
@NullMarked
package io.tocsin.collector.clean;

import org.jspecify.annotations.NullMarked;
