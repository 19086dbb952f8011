/** Baskets, and the sales they become. */
@NullMarked
package id.lajur.server.sale;

import org.jspecify.annotations.NullMarked;
