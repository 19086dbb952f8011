/** The lane's few sounds: what they are, when they come, and who makes them. */
@NullMarked
package id.lajur.pos.sound;

import org.jspecify.annotations.NullMarked;
