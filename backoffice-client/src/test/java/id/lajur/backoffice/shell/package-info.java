@NullMarked
package id.lajur.backoffice.shell;

import org.jspecify.annotations.NullMarked;
