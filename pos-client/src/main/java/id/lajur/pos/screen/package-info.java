/**
 * The lane's screens: an immutable state, a presenter without a toolkit, and views that show it.
 */
@NullMarked
package id.lajur.pos.screen;

import org.jspecify.annotations.NullMarked;
