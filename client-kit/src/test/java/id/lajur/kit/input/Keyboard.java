package id.lajur.kit.input;

import java.util.ArrayList;
import java.util.List;

/** A keyboard and a clock for tests: plays strokes into a recogniser and keeps what came out. */
final class Keyboard {
  final List<Integer> passed = new ArrayList<>();
  final List<String> scans = new ArrayList<>();
  final StringBuilder written = new StringBuilder();
  private final List<Stroke> strokes = new ArrayList<>();
  private final BurstRecognizer<Integer> recognizer;
  long nowMs = 1_000_000;

  Keyboard(ScanSettings settings) {
    recognizer = new BurstRecognizer<>(settings);
  }

  /** Presses, types and releases one key, then lets time pass. */
  void key(char c, long thenMs) {
    int code = Character.toUpperCase(c);
    stroke(Stroke.Kind.PRESS, code, c);
    stroke(Stroke.Kind.TYPE, 0, c);
    stroke(Stroke.Kind.RELEASE, code, c);
    pass(thenMs);
  }

  void type(String text, long gapMs) {
    text.chars().forEach(c -> key((char) c, gapMs));
  }

  void scan(String code, long gapMs) {
    type(code, gapMs);
    key('\n', gapMs);
  }

  void stroke(Stroke.Kind kind, int code, char c) {
    strokes.add(new Stroke(kind, code, c, nowMs, false));
    int index = strokes.size() - 1;
    take(recognizer.on(strokes.get(index), index));
  }

  void pass(long ms) {
    if (recognizer.isHolding() && ms > recognizer.waitMs()) {
      take(recognizer.timeout());
    }
    nowMs += ms;
  }

  void rest() {
    pass(1_000);
  }

  int count() {
    return strokes.size();
  }

  private void take(BurstRecognizer.Decision<Integer> decision) {
    for (int index : decision.passOn()) {
      passed.add(index);
      if (strokes.get(index).kind() == Stroke.Kind.TYPE) {
        written.append(strokes.get(index).character());
      }
    }
    decision.scan().ifPresent(scans::add);
  }
}
