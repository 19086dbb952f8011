/** An operator at a lane, with the server or without it. */
@NullMarked
package id.lajur.pos.session;

import org.jspecify.annotations.NullMarked;
