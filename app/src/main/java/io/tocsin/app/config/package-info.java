/** From the configuration file to checked settings. */
@NullMarked
package io.tocsin.app.config;

import org.jspecify.annotations.NullMarked;
