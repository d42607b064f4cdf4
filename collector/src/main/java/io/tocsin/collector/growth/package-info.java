/** How posts grow: what is read again, how often, and what was read. */
@NullMarked
package io.tocsin.collector.growth;

import org.jspecify.annotations.NullMarked;
