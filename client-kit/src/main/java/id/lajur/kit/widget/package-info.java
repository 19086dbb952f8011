/** What the windows of both programs are painted and put together from. */
@NullMarked
package id.lajur.kit.widget;

import org.jspecify.annotations.NullMarked;
