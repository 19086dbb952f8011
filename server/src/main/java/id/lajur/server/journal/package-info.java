/** The audit journal: append-only, one hash chain per terminal. */
@NullMarked
package id.lajur.server.journal;

import org.jspecify.annotations.NullMarked;
