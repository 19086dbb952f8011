@NullMarked
package id.lajur.kit.enrolment;

import org.jspecify.annotations.NullMarked;
