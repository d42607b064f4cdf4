/** A bundled crisis of a fictional telecom company, and a mailbox and a webhook catcher to see the alerts arrive. */
@NullMarked
package io.tocsin.app.demo;

import org.jspecify.annotations.NullMarked;
