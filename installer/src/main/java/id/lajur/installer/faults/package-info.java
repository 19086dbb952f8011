/**
 * {@code lajur faults}: lanes sell while processes are killed and wires cut; nothing may be lost or
 * doubled.
 */
@NullMarked
package id.lajur.installer.faults;

import org.jspecify.annotations.NullMarked;
