/**
 * The place of stock: a shelf is counted while the shop sells, and goods are taken out or put in by
 * hand for a reason.
 */
@NullMarked
package id.lajur.backoffice.stock;

import org.jspecify.annotations.NullMarked;
