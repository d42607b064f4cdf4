/** What was found out about a post, and the store of analysed posts. */
@NullMarked
package io.tocsin.analyzer.analysis;

import org.jspecify.annotations.NullMarked;
