/** Sources that say what is new by themselves, and can be asked for what they said while nobody listened. */
@NullMarked
package io.tocsin.collector.connect.stream;

import org.jspecify.annotations.NullMarked;
