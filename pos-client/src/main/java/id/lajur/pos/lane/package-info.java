/** The lane's logic, without a screen: what is sold, at which step, under which request id. */
@NullMarked
package id.lajur.pos.lane;

import org.jspecify.annotations.NullMarked;
