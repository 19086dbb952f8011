/** Tests of windows that show their content enlarged, and of the words in them. */
@NullMarked
package id.lajur.kit.window;

import org.jspecify.annotations.NullMarked;
