package id.lajur.kit.widget;

import id.lajur.kit.theme.Token;

/** A word on a coloured ground, as on a line of a list: a draft, a discount, something new. */
public record Tag(String words, Tone tone) {
  /** What a colour means; a word always goes with it. */
  public enum Tone {
    /** As it should be, and what was chosen. */
    GOOD(Token.P_SOFT, Token.P_INK),
    /** Not finished, or less than usual. */
    WARN(Token.WARN_SOFT, Token.WARN),
    /** Did not happen, or is stopped. */
    DANGER(Token.DANGER_SOFT, Token.DANGER),
    /** New, or to be known. */
    INFO(Token.INFO_SOFT, Token.INFO),
    /** Neither. */
    QUIET(Token.RAISED, Token.INK2),
    /** Must be seen now. */
    LOUD(Token.AMBER, Token.ON_AMBER);

    private final Token ground;
    private final Token ink;

    Tone(Token ground, Token ink) {
      this.ground = ground;
      this.ink = ink;
    }

    public Token ground() {
      return ground;
    }

    public Token ink() {
      return ink;
    }
  }
}
