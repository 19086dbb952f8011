/** Counting and adjusting stock, with shelves and papers that are made up. */
@NullMarked
package id.lajur.backoffice.stock;

import org.jspecify.annotations.NullMarked;
