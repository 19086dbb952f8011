/**
 * Selling on while the server is away: the shelf as the lane knows it, the basket as it stood, the
 * receipts on the lane's own disk, and their way to the server. docs/emergency.md tells the whole.
 */
@NullMarked
package id.lajur.pos.emergency;

import org.jspecify.annotations.NullMarked;
