/** The users, kept in memory or in the database. */
@NullMarked
package io.tocsin.dashboards.store;

import org.jspecify.annotations.NullMarked;
