/** Lets the encoders learn from labelled posts. */
@NullMarked
package io.tocsin.tuner;

import org.jspecify.annotations.NullMarked;
