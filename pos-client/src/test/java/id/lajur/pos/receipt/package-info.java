@NullMarked
package id.lajur.pos.receipt;

import org.jspecify.annotations.NullMarked;
