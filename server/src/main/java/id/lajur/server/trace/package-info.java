/**
 * What the audit journal and the tickets tell people: entries with names, and one basket from its
 * first scan to the books. The journal itself, which all areas append to, knows nothing of it.
 */
@NullMarked
package id.lajur.server.trace;

import org.jspecify.annotations.NullMarked;
