/** How a machine that no store knows yet finds its store and becomes one of its machines. */
@NullMarked
package id.lajur.kit.enrolment;

import org.jspecify.annotations.NullMarked;
