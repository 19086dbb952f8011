/** The store made for the first time, and the server's command line. */
@NullMarked
package id.lajur.server.admin;

import org.jspecify.annotations.NullMarked;
