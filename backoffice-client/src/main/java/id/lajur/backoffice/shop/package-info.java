/** What the shop has set: its texts, its roundings and bounds, each from a moment on. */
@NullMarked
package id.lajur.backoffice.shop;

import org.jspecify.annotations.NullMarked;
