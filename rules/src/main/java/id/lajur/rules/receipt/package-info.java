/** What a basket comes to: its discounts spread over its lines, its taxes, its total. */
@NullMarked
package id.lajur.rules.receipt;

import org.jspecify.annotations.NullMarked;
