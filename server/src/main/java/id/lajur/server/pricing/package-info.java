/** Taxes of a receipt. */
@NullMarked
package id.lajur.server.pricing;

import org.jspecify.annotations.NullMarked;
