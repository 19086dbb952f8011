/**
 * How quick the store is, beside the quickest that could be written by hand on the same database.
 */
@NullMarked
package id.lajur.installer.bench;

import org.jspecify.annotations.NullMarked;
