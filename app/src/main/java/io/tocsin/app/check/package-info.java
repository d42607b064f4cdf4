/** Trying out what a configuration names. */
@NullMarked
package io.tocsin.app.check;

import org.jspecify.annotations.NullMarked;
