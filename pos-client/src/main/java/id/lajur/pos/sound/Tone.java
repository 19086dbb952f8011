package id.lajur.pos.sound;

import id.lajur.pos.screen.LaneSound;
import java.util.List;

/**
 * A part of a sound.
 *
 * @param hertz 0 for silence
 */
record Tone(int hertz, int ms) {
  /** The parts of a sound, one after another. */
  static List<Tone> of(LaneSound sound) {
    return switch (sound) {
      case TAKEN -> List.of(new Tone(1_800, 50));
      case NOT_TAKEN -> List.of(new Tone(220, 180), new Tone(0, 60), new Tone(220, 180));
      case APPROVAL -> List.of(new Tone(660, 140), new Tone(880, 180));
      case SERVER_LOST -> List.of(new Tone(880, 140), new Tone(660, 140), new Tone(440, 220));
      case SERVER_BACK -> List.of(new Tone(440, 140), new Tone(660, 180));
    };
  }
}
