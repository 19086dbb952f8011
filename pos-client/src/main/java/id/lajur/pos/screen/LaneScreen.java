package id.lajur.pos.screen;

import java.time.Instant;

/** What a view may ask and tell: the state shown, the time, and keys touched instead of pressed. */
interface LaneScreen {
  View.Shown shown();

  Instant now();

  /** 1, or less in a window smaller than the screen needs. */
  double scale();

  /** 1, or more on a large screen, for views whose rows have a number of their own. */
  double enlargement();

  void touched(LaneKey key);

  void typed(char c);

  void quickKey(String letter);
}
