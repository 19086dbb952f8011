package id.lajur.pos.screen;

/** The keys that act; digits and letters go to the form. */
public enum LaneKey {
  F1,
  F2,
  F3,
  F4,
  F5,
  F6,
  F7,
  F8,
  SHIFT_F8,
  F9,
  F10,
  F11,
  SHIFT_F11,
  F12,
  ESC,
  ENTER,
  TAB,
  BACKSPACE,
  DEL,
  UP,
  DOWN,
  PAGE_UP,
  PAGE_DOWN,
  TIMES;

  /** What stands on the key cap. */
  public String cap() {
    return switch (this) {
      case ESC -> "Esc";
      case ENTER -> "Enter";
      case TAB -> "Tab";
      case DEL -> "Del";
      case TIMES -> "*";
      case SHIFT_F8 -> "Shift F8";
      case SHIFT_F11 -> "Shift F11";
      default -> name();
    };
  }
}
