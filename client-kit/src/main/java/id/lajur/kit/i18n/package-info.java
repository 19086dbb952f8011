/** The words on the screens, Indonesian and English. */
@NullMarked
package id.lajur.kit.i18n;

import org.jspecify.annotations.NullMarked;
