@NullMarked
package id.lajur.pos.screen;

import org.jspecify.annotations.NullMarked;
