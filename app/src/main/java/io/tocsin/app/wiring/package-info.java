/** All parts put together, in the order of the flow. */
@NullMarked
package io.tocsin.app.wiring;

import org.jspecify.annotations.NullMarked;
