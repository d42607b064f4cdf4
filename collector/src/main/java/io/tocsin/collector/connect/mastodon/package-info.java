/** Mastodon, and servers that speak its interface. */
@NullMarked
package io.tocsin.collector.connect.mastodon;

import org.jspecify.annotations.NullMarked;
