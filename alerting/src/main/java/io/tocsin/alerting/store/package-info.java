/** Where incidents and notifications are kept: in memory, or in SQL. */
@NullMarked
package io.tocsin.alerting.store;

import org.jspecify.annotations.NullMarked;
