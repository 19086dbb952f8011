/** Colours, type and figures of the screens, light and dark. */
@NullMarked
package id.lajur.kit.theme;

import org.jspecify.annotations.NullMarked;
