@NullMarked
package id.lajur.server.live;

import org.jspecify.annotations.NullMarked;
