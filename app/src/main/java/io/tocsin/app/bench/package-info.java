/** How fast the parts are, as {@code docs/benchmarks.md} publishes it. */
@NullMarked
package io.tocsin.app.bench;

import org.jspecify.annotations.NullMarked;
