/** What the back office's lists with an editor beside them are put together from. */
@NullMarked
package id.lajur.backoffice.form;

import org.jspecify.annotations.NullMarked;
