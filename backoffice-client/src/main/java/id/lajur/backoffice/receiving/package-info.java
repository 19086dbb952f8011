/** The back PC: receiving goods. */
@NullMarked
package id.lajur.backoffice.receiving;

import org.jspecify.annotations.NullMarked;
