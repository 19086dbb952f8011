/** Windows that show what is in them enlarged. */
@NullMarked
package id.lajur.kit.window;

import org.jspecify.annotations.NullMarked;
