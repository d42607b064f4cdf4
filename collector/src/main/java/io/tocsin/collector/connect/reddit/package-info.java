/** Reddit. */
@NullMarked
package io.tocsin.collector.connect.reddit;

import org.jspecify.annotations.NullMarked;
