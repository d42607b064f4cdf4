/** Who said something first: the memory of what was said lately. */
@NullMarked
package io.tocsin.collector.copy;

import org.jspecify.annotations.NullMarked;
