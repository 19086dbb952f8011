/** What the shop sells: items, units, codes and labels. */
@NullMarked
package id.lajur.server.catalog;

import org.jspecify.annotations.NullMarked;
