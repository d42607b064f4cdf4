/** What people see, as plain values: text, times and counts. */
@NullMarked
package io.tocsin.collector.clean;

import org.jspecify.annotations.NullMarked;
