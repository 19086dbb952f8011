/** The lane put together: its logic behind its screen, its printer, its window, its command. */
@NullMarked
package id.lajur.pos.window;

import org.jspecify.annotations.NullMarked;
