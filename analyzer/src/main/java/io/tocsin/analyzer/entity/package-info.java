/** The names and numbers that a post speaks of, and the dictionaries that know more of them. */
@NullMarked
package io.tocsin.analyzer.entity;

import org.jspecify.annotations.NullMarked;
