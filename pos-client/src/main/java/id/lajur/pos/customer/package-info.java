/** What the customer sees: a second screen, or a pole with two lines. */
@NullMarked
package id.lajur.pos.customer;

import org.jspecify.annotations.NullMarked;
