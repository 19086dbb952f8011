/** Money, quantities, dates and times as people of the shop write and read them. */
@NullMarked
package id.lajur.kit.format;

import org.jspecify.annotations.NullMarked;
