package id.lajur.server.sale;

/** Who a discount is for. A coupon pays and does not lower the base of the tax. */
public enum DiscountSource {
  MANUAL,
  MEMBER,
  STAFF,
  COUPON;

  public boolean lowersBase() {
    return this != COUPON;
  }
}
