/** Mailboxes that people write their complaints to, by IMAP (RFC 9051, RFC 3501). */
@NullMarked
package io.tocsin.collector.connect.mailbox;

import org.jspecify.annotations.NullMarked;
