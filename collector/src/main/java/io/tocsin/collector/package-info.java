/** From a source to stored posts. */
@NullMarked
package io.tocsin.collector;

import org.jspecify.annotations.NullMarked;
