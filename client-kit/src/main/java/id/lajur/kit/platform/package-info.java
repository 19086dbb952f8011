/** The one place that knows on which operating system it runs. */
@NullMarked
package id.lajur.kit.platform;

import org.jspecify.annotations.NullMarked;
