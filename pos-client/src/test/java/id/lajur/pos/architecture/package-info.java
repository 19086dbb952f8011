@NullMarked
package id.lajur.pos.architecture;

import org.jspecify.annotations.NullMarked;
