/** The product as a process of its own, against a real forum, a real microblog, a mail server, a webhook receiver and a browser. */
@NullMarked
package io.tocsin.app.e2e;

import org.jspecify.annotations.NullMarked;
