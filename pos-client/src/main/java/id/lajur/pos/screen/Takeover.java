package id.lajur.pos.screen;

/** How cash that was handed over becomes the float. */
public enum Takeover {
  /** By a count, which must be what was handed over; without such, the float from the safe. */
  COUNTED,
  /** As it stands, uncounted. */
  AS_IT_STANDS,
  /** By a second count, whatever it comes to. */
  WITH_DIFFERENCE
}
