/** What was sold, what lies in the shop and what the books say: read, never written. */
@NullMarked
package id.lajur.server.report;

import org.jspecify.annotations.NullMarked;
