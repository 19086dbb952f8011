/** What barcodes and the labels of shops say. */
@NullMarked
package id.lajur.rules.code;

import org.jspecify.annotations.NullMarked;
