/** A file of items, tried first and then brought into the catalogue. */
@NullMarked
package id.lajur.backoffice.catalogfile;

import org.jspecify.annotations.NullMarked;
