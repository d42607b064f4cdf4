/** Lemmy. */
@NullMarked
package io.tocsin.collector.connect.lemmy;

import org.jspecify.annotations.NullMarked;
