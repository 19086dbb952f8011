@NullMarked
package id.lajur.backoffice.architecture;

import org.jspecify.annotations.NullMarked;
