package id.lajur.pos.customer;

/** A display that faces the customer. Whatever becomes of it, the lane goes on. */
public interface CustomerDisplay extends AutoCloseable {
  /** Shows this as soon as it can, and nothing older afterwards; returns at once. */
  void show(CustomerView view);

  @Override
  void close();
}
