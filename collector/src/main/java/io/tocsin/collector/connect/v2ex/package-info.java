/** V2EX. */
@NullMarked
package io.tocsin.collector.connect.v2ex;

import org.jspecify.annotations.NullMarked;
