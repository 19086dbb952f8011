/** Devices on a serial port: scanners that are no keyboard, displays of two lines. */
@NullMarked
package id.lajur.kit.serial;

import org.jspecify.annotations.NullMarked;
