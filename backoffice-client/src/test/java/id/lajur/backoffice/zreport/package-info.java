/** Tests of Z reports. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.zreport;
