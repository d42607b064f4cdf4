/** Forums read by CSS selectors: a list of threads, their pages, their posts. */
@NullMarked
package io.tocsin.collector.connect.forum;

import org.jspecify.annotations.NullMarked;
