/** X, by the search of its paid interface. */
@NullMarked
package io.tocsin.collector.connect.x;

import org.jspecify.annotations.NullMarked;
