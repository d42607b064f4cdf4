/** Small linear models over words and characters: trained, measured, shipped in the jar. */
@NullMarked
package io.tocsin.analyzer.model;

import org.jspecify.annotations.NullMarked;
