/** Bluesky, by its stream of all public posts. */
@NullMarked
package io.tocsin.collector.connect.bluesky;

import org.jspecify.annotations.NullMarked;
