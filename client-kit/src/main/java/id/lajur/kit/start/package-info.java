/** What starting either program has in common: the store it belongs to, this machine's place. */
@NullMarked
package id.lajur.kit.start;

import org.jspecify.annotations.NullMarked;
