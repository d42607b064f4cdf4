/** Reviews in Apple's App Store. */
@NullMarked
package io.tocsin.collector.connect.appstore;

import org.jspecify.annotations.NullMarked;
