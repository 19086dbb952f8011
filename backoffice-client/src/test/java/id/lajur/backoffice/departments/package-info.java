/** Tests of the departments' screen. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.departments;
