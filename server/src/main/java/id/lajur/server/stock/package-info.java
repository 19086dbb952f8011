/** Stock by quantity and value. */
@NullMarked
package id.lajur.server.stock;

import org.jspecify.annotations.NullMarked;
