/** Guards of Swing's event thread. */
@NullMarked
package id.lajur.kit.thread;

import org.jspecify.annotations.NullMarked;
