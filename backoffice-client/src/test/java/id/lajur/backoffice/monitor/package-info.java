@NullMarked
package id.lajur.backoffice.monitor;

import org.jspecify.annotations.NullMarked;
