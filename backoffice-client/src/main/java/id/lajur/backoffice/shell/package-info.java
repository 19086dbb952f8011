/** The back office's window around its screens: who works here, the rail, the way to the server. */
@NullMarked
package id.lajur.backoffice.shell;

import org.jspecify.annotations.NullMarked;
