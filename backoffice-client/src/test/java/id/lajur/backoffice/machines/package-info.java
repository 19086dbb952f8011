/** Tests of machines. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.machines;
