/** The product assembled: one launcher for all commands. */
@NullMarked
package id.lajur.installer;

import org.jspecify.annotations.NullMarked;
