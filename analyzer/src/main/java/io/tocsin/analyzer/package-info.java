/** From a post to its analysis. */
@NullMarked
package io.tocsin.analyzer;

import org.jspecify.annotations.NullMarked;
