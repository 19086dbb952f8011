/** How a store server says on the shop's network that it is there. */
@NullMarked
package id.lajur.server.announce;

import org.jspecify.annotations.NullMarked;
