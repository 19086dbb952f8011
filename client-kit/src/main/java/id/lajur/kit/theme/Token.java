package id.lajur.kit.theme;

import java.awt.Color;
import java.util.Objects;
import javax.swing.UIDefaults;
import javax.swing.UIManager;

/** The colours by their use. Painting code asks for these and never names a colour itself. */
public enum Token {
  /** The window behind the cards. */
  BG("bg"),
  /** A card. */
  SURFACE("surface"),
  /** A key, or a field that takes nothing now. */
  RAISED("raised"),
  /** A hairline. */
  LINE("line"),
  /** The border of a field that takes input. */
  FIELD_BORDER("fieldBorder"),
  /** Text, second text, hints. */
  INK("ink"),
  INK2("ink2"),
  INK3("ink3"),
  /** The way on, and the focus. */
  PRIMARY("primary"),
  ON_PRIMARY("onPrimary"),
  /** The large line and whatever is chosen; {@link #P_INK} writes on it. */
  P_SOFT("pSoft"),
  P_INK("pInk"),
  /** What must be seen: change, waiting, emergency. Never a text on white. */
  AMBER("amber"),
  ON_AMBER("onAmber"),
  /** Discounts and drafts. */
  WARN("warn"),
  WARN_SOFT("warnSoft"),
  /** What did not happen. */
  DANGER("danger"),
  ON_DANGER("onDanger"),
  DANGER_SOFT("dangerSoft"),
  /** What is new, and notes. */
  INFO("info"),
  INFO_SOFT("infoSoft"),
  /** The panel of the total, and the back office's rail. */
  PANEL("panel"),
  ON_PANEL("onPanel"),
  ON_PANEL2("onPanel2"),
  /** What is on the panel and cannot be used now. */
  ON_PANEL3("onPanel3"),
  /** The small dot of a device that is well. */
  DOT("dot");

  private final String key;

  Token(String name) {
    this.key = "Lajur." + name;
  }

  /** The key of this colour in {@link UIManager} and in FlatLaf's style strings. */
  public String key() {
    return key;
  }

  /**
   * The colour in the theme now installed.
   *
   * @throws NullPointerException no theme of ours is installed
   */
  public Color color() {
    return Objects.requireNonNull(UIManager.getColor(key), key);
  }

  /** The colour in the given defaults. */
  public Color in(UIDefaults defaults) {
    return Objects.requireNonNull(defaults.getColor(key), key);
  }
}
