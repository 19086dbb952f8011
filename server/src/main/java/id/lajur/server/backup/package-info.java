/** Copies of a store that outlive its machine: made while it sells, kept by age, restored. */
@NullMarked
package id.lajur.server.backup;

import org.jspecify.annotations.NullMarked;
