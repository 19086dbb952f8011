/** The departments of the shop: made and named. */
@NullMarked
package id.lajur.backoffice.departments;

import org.jspecify.annotations.NullMarked;
