/** The threads that work beside the calls. */
@NullMarked
package id.lajur.server.worker;

import org.jspecify.annotations.NullMarked;
