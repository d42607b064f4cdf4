/** The sentences and words of a post. */
@NullMarked
package io.tocsin.analyzer.text;

import org.jspecify.annotations.NullMarked;
