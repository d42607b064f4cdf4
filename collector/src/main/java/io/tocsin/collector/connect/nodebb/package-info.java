/** NodeBB. */
@NullMarked
package io.tocsin.collector.connect.nodebb;

import org.jspecify.annotations.NullMarked;
