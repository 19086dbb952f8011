/** Every lane's Z as it was, shown and printed again. */
@NullMarked
package id.lajur.backoffice.zreport;

import org.jspecify.annotations.NullMarked;
