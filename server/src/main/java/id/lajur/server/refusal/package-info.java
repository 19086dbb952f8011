/** The expected no: a stable reason and the facts that belong to it. */
@NullMarked
package id.lajur.server.refusal;

import org.jspecify.annotations.NullMarked;
