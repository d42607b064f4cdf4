/** RSS and Atom. */
@NullMarked
package io.tocsin.collector.connect.feed;

import org.jspecify.annotations.NullMarked;
