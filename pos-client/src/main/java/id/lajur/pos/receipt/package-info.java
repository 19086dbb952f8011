/** The paper that a customer gets: one layout, as ESC/POS for a printer and as plain text. */
@NullMarked
package id.lajur.pos.receipt;

import org.jspecify.annotations.NullMarked;
