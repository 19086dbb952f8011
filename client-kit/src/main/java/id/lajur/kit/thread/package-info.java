/** Guards of Swing's event thread, and the end of threads of a client. */
@NullMarked
package id.lajur.kit.thread;

import org.jspecify.annotations.NullMarked;
