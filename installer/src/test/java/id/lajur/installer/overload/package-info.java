/** A server that is asked for more than it can do, by lanes as they are. */
@NullMarked
package id.lajur.installer.overload;

import org.jspecify.annotations.NullMarked;
