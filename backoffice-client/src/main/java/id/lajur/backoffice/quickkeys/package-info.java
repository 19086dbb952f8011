/** Keys at the lanes for goods without a barcode, arranged in pages. */
@NullMarked
package id.lajur.backoffice.quickkeys;

import org.jspecify.annotations.NullMarked;
