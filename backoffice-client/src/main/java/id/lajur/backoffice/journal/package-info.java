/** The audit journal as people read it, one ticket replayed, and the audit's run. */
@NullMarked
package id.lajur.backoffice.journal;

import org.jspecify.annotations.NullMarked;
