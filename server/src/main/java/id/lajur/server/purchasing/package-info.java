/** Goods that come in. */
@NullMarked
package id.lajur.server.purchasing;

import org.jspecify.annotations.NullMarked;
