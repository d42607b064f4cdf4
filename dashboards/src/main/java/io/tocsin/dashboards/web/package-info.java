/** The console: pages for people who answer incidents. */
@NullMarked
package io.tocsin.dashboards.web;

import org.jspecify.annotations.NullMarked;
