/** The whole pipeline on recorded posts, with a virtual clock and nothing sent. */
@NullMarked
package io.tocsin.app.replay;

import org.jspecify.annotations.NullMarked;
