/** Undoes what people write to get past filters, or for fun, so that words are found and judged as they are meant. */
@NullMarked
package io.tocsin.analyzer.disguise;

import org.jspecify.annotations.NullMarked;
