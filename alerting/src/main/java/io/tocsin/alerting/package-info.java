/** From an analysed post to a person who answers. */
@NullMarked
package io.tocsin.alerting;

import org.jspecify.annotations.NullMarked;
