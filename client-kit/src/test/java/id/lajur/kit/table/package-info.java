@NullMarked
package id.lajur.kit.table;

import org.jspecify.annotations.NullMarked;
