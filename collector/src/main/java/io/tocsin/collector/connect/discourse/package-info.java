/** Discourse. */
@NullMarked
package io.tocsin.collector.connect.discourse;

import org.jspecify.annotations.NullMarked;
