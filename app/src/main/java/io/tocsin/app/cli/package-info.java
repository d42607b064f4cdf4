/** The commands. */
@NullMarked
package io.tocsin.app.cli;

import org.jspecify.annotations.NullMarked;
