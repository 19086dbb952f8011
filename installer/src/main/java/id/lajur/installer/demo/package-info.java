/** A demo shop: its goods, its customers, and a day of selling. */
@NullMarked
package id.lajur.installer.demo;

import org.jspecify.annotations.NullMarked;
