/** Where posts come from: a source's name and schedule, its cursor and its health. */
@NullMarked
package io.tocsin.collector.source;

import org.jspecify.annotations.NullMarked;
