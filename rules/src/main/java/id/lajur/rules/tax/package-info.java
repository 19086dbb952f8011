/** Taxes of a receipt. */
@NullMarked
package id.lajur.rules.tax;

import org.jspecify.annotations.NullMarked;
