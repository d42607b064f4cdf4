/** Forums read by CSS selectors from the configuration. */
@NullMarked
package io.tocsin.collector.connect.forum;

import org.jspecify.annotations.NullMarked;
