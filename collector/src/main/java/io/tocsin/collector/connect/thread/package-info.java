/** Sources that are threads of posts, in which old threads get new replies. */
@NullMarked
package io.tocsin.collector.connect.thread;

import org.jspecify.annotations.NullMarked;
