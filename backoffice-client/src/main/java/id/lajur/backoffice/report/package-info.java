/** Reports on screen, on paper and as files. */
@NullMarked
package id.lajur.backoffice.report;

import org.jspecify.annotations.NullMarked;
