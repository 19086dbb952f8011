/** Tests of the shop's settings. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.shop;
