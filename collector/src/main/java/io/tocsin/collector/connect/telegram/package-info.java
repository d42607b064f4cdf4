/** Public channels of Telegram. */
@NullMarked
package io.tocsin.collector.connect.telegram;

import org.jspecify.annotations.NullMarked;
