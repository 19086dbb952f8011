/** The one door: documents become stock, cash and books in one transaction. */
@NullMarked
package id.lajur.server.posting;

import org.jspecify.annotations.NullMarked;
