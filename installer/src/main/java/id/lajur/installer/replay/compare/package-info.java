/**
 * Judges a replay: sums of the file by a reader of its own against sums of the database by SQL. It
 * shares no code with what sold.
 */
@NullMarked
package id.lajur.installer.replay.compare;

import org.jspecify.annotations.NullMarked;
