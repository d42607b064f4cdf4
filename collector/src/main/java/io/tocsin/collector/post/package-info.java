/** What people write: posts, their authors, their counts, and the interchange format. */
@NullMarked
package io.tocsin.collector.post;

import org.jspecify.annotations.NullMarked;
