/** E-mail. */
@NullMarked
package io.tocsin.alerting.channel.email;

import org.jspecify.annotations.NullMarked;
