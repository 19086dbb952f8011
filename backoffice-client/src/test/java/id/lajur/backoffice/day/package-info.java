/** Tests of the store's day. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.day;
