@NullMarked
package id.lajur.installer.faults;

import org.jspecify.annotations.NullMarked;
