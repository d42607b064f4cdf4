/** One way in per kind of source. */
@NullMarked
package io.tocsin.collector.connect;

import org.jspecify.annotations.NullMarked;
