package id.lajur.pos.screen;

import java.time.Instant;

/** What a view may ask and tell: the state shown, the time, and keys touched instead of pressed. */
interface LaneScreen {
  View.Shown shown();

  Instant now();

  /** Window's pixels per pixel of the picture: 1; more where enlarged, less where it is reduced. */
  double scale();

  /** 1, or more on a large screen, for views whose rows have a number of their own. */
  double enlargement();

  /** Whether the screen is higher than wide, as those are that are touched alone. */
  boolean portrait();

  void touched(LaneKey key);

  void typed(char c);

  /** Letters to touch are wanted, or not any more. */
  void letters();

  /** The caret goes on by so many fields. */
  default void steps(int fields) {
    for (int i = 0; i < fields; i++) {
      touched(LaneKey.TAB);
    }
  }

  void quickKey(String letter);

  /** Another page of quick keys, counted from 0. */
  void quickPage(int page);

  /** A row of the list that a panel shows, counted from 0. */
  void row(int row);

  /** A line of the basket. */
  void line(int lineId);
}
