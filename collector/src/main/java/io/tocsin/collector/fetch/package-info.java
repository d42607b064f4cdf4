/** Polite and guarded HTTP: robots.txt, one connection per host, no private addresses, no endless bodies. */
@NullMarked
package io.tocsin.collector.fetch;

import org.jspecify.annotations.NullMarked;
