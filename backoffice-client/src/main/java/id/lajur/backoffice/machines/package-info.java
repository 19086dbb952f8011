/** The places of a store's machines, and the machines that have them. */
@NullMarked
package id.lajur.backoffice.machines;

import org.jspecify.annotations.NullMarked;
