/** The independent judge: proves the promises from the rows alone. */
@NullMarked
package id.lajur.server.audit;

import org.jspecify.annotations.NullMarked;
