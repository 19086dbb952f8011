/** Operators, roles, sessions and approvals. */
@NullMarked
package id.lajur.server.people;

import org.jspecify.annotations.NullMarked;
