/** What every gRPC adapter shares: who calls, the recorded answer, and refusals on the wire. */
@NullMarked
package id.lajur.server.wire;

import org.jspecify.annotations.NullMarked;
