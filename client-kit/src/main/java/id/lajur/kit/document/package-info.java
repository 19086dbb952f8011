/** Tables as papers and files: PDF to print, XLSX to reckon with, CSV for other programs. */
@NullMarked
package id.lajur.kit.document;

import org.jspecify.annotations.NullMarked;
