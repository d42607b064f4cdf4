/** Comments on YouTube. */
@NullMarked
package io.tocsin.collector.connect.youtube;

import org.jspecify.annotations.NullMarked;
