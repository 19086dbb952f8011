/** The shop as it is watched: the event log as a stream, and the monitor's figures from it. */
@NullMarked
package id.lajur.server.live;

import org.jspecify.annotations.NullMarked;
