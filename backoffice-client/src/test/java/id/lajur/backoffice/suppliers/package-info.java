/** Tests of the suppliers' screen. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.suppliers;
