package id.lajur.installer.faults;

/** Told by a lane what it does, as it does it; calls of one lane come one after another. */
interface LaneWatch {
  /** The server has answered a scan: the basket has so many lines. */
  void scanned(String basketId, int lines);

  /** The payment of a basket of so many lines goes out now. */
  void paying(String basketId, int lines);

  /** The payment was answered, and its receipt is in the lane's own journal. */
  void sold(String basketId, String receipt, long totalMinor);

  /**
   * A command is asked for again, because no answer came.
   *
   * @param atMs Unix time
   */
  void askedAgain(String requestId, long atMs);

  /** After a start: the basket that was open at this lane; no id and 0 when there was none. */
  void found(String basketId, int lines);

  /** The basket is put aside now, or fetched again. */
  void aside(String basketId);

  /**
   * Cash goes in or out without a sale.
   *
   * @param id of this one, which its reason in the books is
   * @param minor what the till holds more by it
   */
  void cashing(String id, long minor);

  /** The lane knows that it is in the books. */
  void cashed(String id);

  /** The cashier stood still before an act was done, with the server or without it. */
  void stoodStill(long ms);

  /** An act was done, a payment or a scan, with the server or without it, after so long. */
  default void took(boolean payment, long nanos) {}

  /** What must not be: a refusal at a cashier's lane, or a line that the lane did not scan. */
  void failed(String what);
}
