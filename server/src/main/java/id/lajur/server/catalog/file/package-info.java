/** A catalogue that comes as a CSV file. */
@NullMarked
package id.lajur.server.catalog.file;

import org.jspecify.annotations.NullMarked;
