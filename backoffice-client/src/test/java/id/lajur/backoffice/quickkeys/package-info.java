/** Tests of the quick keys. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.quickkeys;
