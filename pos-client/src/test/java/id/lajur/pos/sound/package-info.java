@NullMarked
package id.lajur.pos.sound;

import org.jspecify.annotations.NullMarked;
