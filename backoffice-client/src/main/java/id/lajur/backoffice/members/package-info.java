/** Customers whom the shop knows, and the price levels that they buy at. */
@NullMarked
package id.lajur.backoffice.members;

import org.jspecify.annotations.NullMarked;
