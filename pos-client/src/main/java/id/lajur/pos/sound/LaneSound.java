package id.lajur.pos.sound;

import id.lajur.pos.screen.DevicesView;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.Message;
import id.lajur.pos.screen.Panel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A sound of the lane. Each has its sight, so each can be off. */
public enum LaneSound {
  /** An item is in the basket. */
  TAKEN(List.of(new Tone(1_800, 50))),
  /** Something did not happen. */
  NOT_TAKEN(List.of(new Tone(220, 180), Tone.pause(60), new Tone(220, 180))),
  /** A supervisor is wanted. */
  APPROVAL(List.of(new Tone(660, 140), new Tone(880, 180))),
  SERVER_LOST(List.of(new Tone(880, 140), new Tone(660, 140), new Tone(440, 220))),
  SERVER_BACK(List.of(new Tone(440, 140), new Tone(660, 180)));

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Tone> tones;

  LaneSound(List<Tone> tones) {
    this.tones = tones;
  }

  /**
   * A part of a sound.
   *
   * @param hertz 0 for silence
   */
  public record Tone(int hertz, int ms) {
    static Tone pause(int ms) {
      return new Tone(0, ms);
    }
  }

  /** Its parts, one after another. */
  public List<Tone> tones() {
    return tones;
  }

  /** As it is named in options: {@code taken}, {@code not-taken}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sound of a change on the screen; a state that is only shown again has none. */
  public static Optional<LaneSound> of(LaneState before, LaneState after) {
    if (reaches(before.devices()) != reaches(after.devices())) {
      return Optional.of(reaches(after.devices()) ? SERVER_BACK : SERVER_LOST);
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

  private static boolean reaches(DevicesView devices) {
    return devices.server() && devices.emergency().map(alone -> !alone.on()).orElse(true);
  }
}
