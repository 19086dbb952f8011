@NullMarked
package id.lajur.kit.architecture;

import org.jspecify.annotations.NullMarked;
