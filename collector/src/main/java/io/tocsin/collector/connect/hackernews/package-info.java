/** Hacker News. */
@NullMarked
package io.tocsin.collector.connect.hackernews;

import org.jspecify.annotations.NullMarked;
