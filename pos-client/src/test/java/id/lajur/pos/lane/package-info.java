@NullMarked
package id.lajur.pos.lane;

import org.jspecify.annotations.NullMarked;
