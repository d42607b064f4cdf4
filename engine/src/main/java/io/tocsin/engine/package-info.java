/** The embedded Elasticsearch node as a process of its own, which ends with the process that started it. */
@NullMarked
package io.tocsin.engine;

import org.jspecify.annotations.NullMarked;
