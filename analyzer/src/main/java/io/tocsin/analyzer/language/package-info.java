/** Which language a post is written in. */
@NullMarked
package io.tocsin.analyzer.language;

import org.jspecify.annotations.NullMarked;
