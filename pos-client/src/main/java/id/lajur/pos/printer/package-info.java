/** The receipt printer: ways to it, and the thread that keeps what did not come out. */
@NullMarked
package id.lajur.pos.printer;

import org.jspecify.annotations.NullMarked;
