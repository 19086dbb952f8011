/** Tables of the back office: filtered as one types, sorted, with columns of one's choice. */
@NullMarked
package id.lajur.kit.table;

import org.jspecify.annotations.NullMarked;
