/** Where analysed posts are kept: in memory, or in Elasticsearch, which may be the embedded one. */
@NullMarked
package io.tocsin.analyzer.store;

import org.jspecify.annotations.NullMarked;
