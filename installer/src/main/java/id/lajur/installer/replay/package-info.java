/** Real tickets sold again through the public API, and compared with what they were. */
@NullMarked
package id.lajur.installer.replay;

import org.jspecify.annotations.NullMarked;
