/** The store's day: what is still open, and its close. */
@NullMarked
package id.lajur.backoffice.day;

import org.jspecify.annotations.NullMarked;
