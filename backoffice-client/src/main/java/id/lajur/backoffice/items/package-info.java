/**
 * The items of the shop: the list, and one item with its prices, its stock card and its history.
 */
@NullMarked
package id.lajur.backoffice.items;

import org.jspecify.annotations.NullMarked;
