/** Weibo, by its interface for programs or by its mobile site. */
@NullMarked
package io.tocsin.collector.connect.weibo;

import org.jspecify.annotations.NullMarked;
