@NullMarked
package id.lajur.backoffice.members;

import org.jspecify.annotations.NullMarked;
