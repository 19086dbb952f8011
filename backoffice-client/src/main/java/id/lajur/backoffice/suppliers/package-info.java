/** Who delivers to the shop. */
@NullMarked
package id.lajur.backoffice.suppliers;

import org.jspecify.annotations.NullMarked;
