/** Files of posts, as JSON lines or tables, that others write into. */
@NullMarked
package io.tocsin.collector.connect.files;

import org.jspecify.annotations.NullMarked;
