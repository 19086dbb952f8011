/** Telling a wedge scanner from a person at the keyboard. */
@NullMarked
package id.lajur.kit.input;

import org.jspecify.annotations.NullMarked;
