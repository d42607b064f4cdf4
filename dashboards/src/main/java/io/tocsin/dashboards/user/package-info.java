/** Who may use the console. */
@NullMarked
package io.tocsin.dashboards.user;

import org.jspecify.annotations.NullMarked;
