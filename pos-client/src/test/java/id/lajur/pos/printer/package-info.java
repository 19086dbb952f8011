@NullMarked
package id.lajur.pos.printer;

import org.jspecify.annotations.NullMarked;
