/** Shifts, cash movements, X and Z, the business date. */
@NullMarked
package id.lajur.server.till;

import org.jspecify.annotations.NullMarked;
