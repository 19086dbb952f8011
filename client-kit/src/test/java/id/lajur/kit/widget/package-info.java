@NullMarked
package id.lajur.kit.widget;

import org.jspecify.annotations.NullMarked;
