/** What we listen for. */
@NullMarked
package io.tocsin.analyzer.watch;

import org.jspecify.annotations.NullMarked;
