package id.lajur.pos.screen;

import java.util.Locale;
import java.util.Optional;

/** A sound of the lane. Each has its sight, so each can be off. */
public enum LaneSound {
  /** An item is in the basket. */
  TAKEN,
  /** Something did not happen. */
  NOT_TAKEN,
  /** A supervisor is wanted. */
  APPROVAL,
  SERVER_LOST,
  SERVER_BACK;

  /** As it is named in options and in the lane's file: {@code taken}, {@code not-taken}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sound of that {@link #word}; empty when none has it. */
  public static Optional<LaneSound> of(String word) {
    for (LaneSound sound : values()) {
      if (sound.word().equals(word)) {
        return Optional.of(sound);
      }
    }
    return Optional.empty();
  }

  /**
   * The sound of a change on the screen, also one that is off; a state that is only shown again has
   * none. One that was just switched on is heard, so that the cashier knows it.
   */
  public static Optional<LaneSound> of(LaneState before, LaneState after) {
    for (LaneSound sound : after.devices().sounds()) {
      if (!before.devices().sounds().contains(sound)) {
        return Optional.of(sound);
      }
    }
    boolean away = after.devices().serverIsAway();
    if (away != before.devices().serverIsAway()) {
      return Optional.of(away ? SERVER_LOST : SERVER_BACK);
    }
    if (after.panel() instanceof Panel.Approval && !(before.panel() instanceof Panel.Approval)) {
      return Optional.of(APPROVAL);
    }
    boolean said = isAnother(after.message(), before.message());
    if (said && after.message().kind() == Message.Kind.ERROR) {
      return Optional.of(NOT_TAKEN);
    }
    boolean grown = after.basket().lines().size() > before.basket().lines().size();
    return said && grown && after.message().key().equals("added")
        ? Optional.of(TAKEN)
        : Optional.empty();
  }

  /** Each act makes its message anew, equal or not: ten items refused are ten sounds. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isAnother(Message now, Message earlier) {
    return now != earlier;
  }
}
