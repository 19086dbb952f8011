@NullMarked
package id.lajur.pos.window;

import org.jspecify.annotations.NullMarked;
