@NullMarked
package id.lajur.kit.serial;

import org.jspecify.annotations.NullMarked;
