/** How others tell the sentiment of English, to compare with. */
@NullMarked
package io.tocsin.analyzer.scorer;

import org.jspecify.annotations.NullMarked;
