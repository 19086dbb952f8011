/** The accounts and the entries that documents make. */
@NullMarked
package id.lajur.server.ledger;

import org.jspecify.annotations.NullMarked;
