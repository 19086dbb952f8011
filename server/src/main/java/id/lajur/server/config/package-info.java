/** The server's one configuration file. */
@NullMarked
package id.lajur.server.config;

import org.jspecify.annotations.NullMarked;
