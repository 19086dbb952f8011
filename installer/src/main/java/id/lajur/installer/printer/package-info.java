/** A receipt printer that is only a program: what comes is checked and shown. */
@NullMarked
package id.lajur.installer.printer;

import org.jspecify.annotations.NullMarked;
