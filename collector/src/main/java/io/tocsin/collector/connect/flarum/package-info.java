/** Flarum. */
@NullMarked
package io.tocsin.collector.connect.flarum;

import org.jspecify.annotations.NullMarked;
