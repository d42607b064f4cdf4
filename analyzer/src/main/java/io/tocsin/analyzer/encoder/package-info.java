/** What a pretrained transformer makes of a text: numbers that the trained heads judge by. */
@NullMarked
package io.tocsin.analyzer.encoder;

import org.jspecify.annotations.NullMarked;
