@NullMarked
package id.lajur.installer.printer;

import org.jspecify.annotations.NullMarked;
