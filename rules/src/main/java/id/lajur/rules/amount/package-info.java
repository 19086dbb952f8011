/** Money in minor units and quantities in thousandths: exact, rounded once. */
@NullMarked
package id.lajur.rules.amount;

import org.jspecify.annotations.NullMarked;
