/** Who works in the shop, and what their roles allow. */
@NullMarked
package id.lajur.backoffice.people;

import org.jspecify.annotations.NullMarked;
