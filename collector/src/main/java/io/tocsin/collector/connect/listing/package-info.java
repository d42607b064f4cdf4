/** Sources that list their posts newest first. */
@NullMarked
package io.tocsin.collector.connect.listing;

import org.jspecify.annotations.NullMarked;
