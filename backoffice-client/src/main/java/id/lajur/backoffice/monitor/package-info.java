/** The manager's live monitor, and the receipts behind its figures. */
@NullMarked
package id.lajur.backoffice.monitor;

import org.jspecify.annotations.NullMarked;
