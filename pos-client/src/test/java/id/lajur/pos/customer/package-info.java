@NullMarked
package id.lajur.pos.customer;

import org.jspecify.annotations.NullMarked;
