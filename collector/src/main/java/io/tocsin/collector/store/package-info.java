/** Sources in memory and in SQL, and the database they share with all later stages. */
@NullMarked
package io.tocsin.collector.store;

import org.jspecify.annotations.NullMarked;
