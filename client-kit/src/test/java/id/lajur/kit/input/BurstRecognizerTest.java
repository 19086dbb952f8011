package id.lajur.kit.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BurstRecognizerTest {
  private static final String TEA = "2000014501874";

  private final Keyboard keyboard = new Keyboard(ScanSettings.USUAL);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @Test
  void aBurstWithItsEnterIsAScanAndWritesNothing() {
    keyboard.scan(TEA, 8);
    keyboard.rest();

    assertThat(keyboard.scans).containsExactly(TEA);
    assertThat(keyboard.passed).isEmpty();
  }

  @Test
  void twentyScansAtTenASecondAreTwentyScans() {
    List<String> sent = IntStream.range(0, 20).mapToObj(i -> "20000145018" + (10 + i)).toList();

    for (String code : sent) {
      long start = keyboard.nowMs;
      keyboard.scan(code, 6);
      keyboard.pass(start + 100 - keyboard.nowMs);
    }

    assertThat(keyboard.scans).isEqualTo(sent);
    assertThat(keyboard.written).isEmpty();
  }

  @Test
  void equalScansAreAllTaken() {
    for (int i = 0; i < 10; i++) {
      keyboard.scan(TEA, 3);
    }

    assertThat(keyboard.scans).hasSize(10).containsOnly(TEA);
  }

  @ParameterizedTest
  @ValueSource(longs = {36, 45, 60, 120})
  void typingPassesThrough(long gapMs) {
    keyboard.type("sabun mandi 450", gapMs);
    keyboard.key('\n', gapMs);
    keyboard.rest();

    assertThat(keyboard.written).hasToString("sabun mandi 450\n");
    assertThat(keyboard.scans).isEmpty();
  }

  @Test
  void aLoneKeyIsHeldNoLongerThanTheGap() {
    keyboard.key('7', 35);
    assertThat(keyboard.passed).isEmpty();

    keyboard.pass(36);

    assertThat(keyboard.written).hasToString("7");
  }

  @Test
  void aShortBurstIsAPersons() {
    keyboard.scan("1042", 10);

    assertThat(keyboard.written).hasToString("1042\n");
    assertThat(keyboard.scans).isEmpty();
  }

  @Test
  void aBurstWithoutEnterGoesToTheField() {
    keyboard.type(TEA, 5);
    keyboard.rest();

    assertThat(keyboard.written).hasToString(TEA);
    assertThat(keyboard.scans).isEmpty();
  }

  @Test
  void aScannerThatSendsNoEndIsEndedBySilence() {
    var endless = new Keyboard(ScanSettings.USUAL.withEnd(ScanSettings.End.SILENCE));

    endless.type(TEA, 5);
    endless.rest();
    endless.type("1042", 5);
    endless.rest();
    endless.scan(TEA, 5);

    assertThat(endless.scans).containsExactly(TEA, TEA);
    assertThat(endless.written).hasToString("1042");
  }

  @Test
  void aKeyRightAfterAScanWithoutEndActsAfterIt() {
    var endless = new Keyboard(ScanSettings.USUAL.withEnd(ScanSettings.End.SILENCE));

    endless.type(TEA, 5);
    endless.stroke(Stroke.Kind.PRESS, 123, (char) 0xffff);

    assertThat(endless.scans).containsExactly(TEA);
    assertThat(endless.passed).containsExactly(endless.count() - 1);
  }

  @Test
  void aStutterInTheMiddleOfAScanIsForgiven() {
    keyboard.type(TEA.substring(0, 8), 5);
    keyboard.pass(80);
    keyboard.scan(TEA.substring(8), 5);

    assertThat(keyboard.scans).containsExactly(TEA);
  }

  @ParameterizedTest
  @ValueSource(longs = {36, 80, 150})
  void aPauseAfterThreeKeysThatNoFingersTypedIsForgivenOnce(long pauseMs) {
    keyboard.type(TEA.substring(0, 2), 20);
    keyboard.key(TEA.charAt(2), pauseMs);
    keyboard.scan(TEA.substring(3), 35);

    assertThat(keyboard.scans).containsExactly(TEA);
    assertThat(keyboard.passed).isEmpty();
  }

  @Test
  void aLongerPauseIsNone() {
    keyboard.type("20", 20);
    keyboard.key('1', 151);
    keyboard.type("45", 35);
    keyboard.key('\n', 35);
    keyboard.rest();

    assertThat(keyboard.written).hasToString("20145\n");
    assertThat(keyboard.scans).isEmpty();
  }

  @Test
  void threeKeysAsFastAsAPersonMayBeAreWrittenAfterTheGap() {
    keyboard.type("201", 21);
    keyboard.pass(15); // with the last key's own time the gap

    keyboard.type("45", 10);
    keyboard.key('\n', 10);
    keyboard.rest();

    assertThat(keyboard.written).hasToString("20145\n");
    assertThat(keyboard.scans).isEmpty();
  }

  @Test
  void twoKeysRolledOverAreHeldNoLongerThanTheGap() {
    keyboard.type("12", 5);
    keyboard.pass(36);

    assertThat(keyboard.written).hasToString("12");
  }

  @Test
  void aSecondPauseEndsWhatTheFirstBegan() {
    keyboard.type("20", 5);
    keyboard.key('1', 90);
    keyboard.key('4', 90);
    keyboard.scan("56789", 5);

    assertThat(keyboard.written).hasToString("2014");
    assertThat(keyboard.scans).containsExactly("56789");
  }

  @Test
  void theEnterOfACodeThatPausedIsTheScanners() {
    keyboard.type("20", 5);
    keyboard.key('1', 90);
    keyboard.key('4', 5);
    keyboard.key('5', 36);
    keyboard.key('\n', 5);
    keyboard.rest();

    assertThat(keyboard.written).hasToString("20145\n");
    assertThat(keyboard.scans).isEmpty();
  }

  /** A shop's keyboard has keys that send "00" and "000" as fast as a scanner. */
  @ParameterizedTest
  @ValueSource(longs = {60, 90, 120, 150})
  void aMillionOnKeysOfThreeZerosIsMoney(long pauseMs) {
    keyboard.key('1', pauseMs);
    keyboard.type("00", 8);
    keyboard.key('0', pauseMs);
    keyboard.type("00", 8);
    keyboard.key('0', pauseMs);
    keyboard.key('\n', 50);
    keyboard.rest();

    assertThat(keyboard.written).hasToString("1000000\n");
    assertThat(keyboard.scans).isEmpty();
  }

  @Test
  void tabEndsAScanAsEnterDoes() {
    keyboard.type(TEA, 5);
    keyboard.key('\t', 5);
    keyboard.rest();

    assertThat(keyboard.scans).containsExactly(TEA);
    assertThat(keyboard.passed).isEmpty();
  }

  @Test
  void aPrefixMakesAShortCodeAScanAndIsTakenOff() {
    var prefixed = new Keyboard(ScanSettings.USUAL.withPrefix("~"));

    prefixed.scan("~417", 30);
    prefixed.scan("417", 30);

    assertThat(prefixed.scans).containsExactly("417");
    assertThat(prefixed.written).hasToString("417\n");
  }

  @Test
  void aKeyHeldDownIsAPersons() {
    for (int i = 0; i < 12; i++) {
      keyboard.stroke(Stroke.Kind.PRESS, '8', '8');
      keyboard.stroke(Stroke.Kind.TYPE, 0, '8');
      keyboard.pass(30);
    }
    keyboard.stroke(Stroke.Kind.RELEASE, '8', '8');
    keyboard.key('\n', 5);
    keyboard.rest();

    assertThat(keyboard.scans).isEmpty();
    assertThat(keyboard.written).hasToString("888888888888\n");
  }

  @Test
  void aSeparatorInsideACodeStays() {
    keyboard.scan("0108991234567891" + "10LOT7A" + Stroke.GROUP_SEPARATOR + "3103001250", 4);

    assertThat(keyboard.scans).containsExactly("010899123456789110LOT7A\u001D3103001250");
  }

  @Test
  void aCommandKeyEndsTheHoldingAtOnce() {
    keyboard.type("12", 10);
    keyboard.stroke(Stroke.Kind.PRESS, 0x77, Stroke.NONE);

    assertThat(keyboard.written).hasToString("12");
    assertThat(keyboard.passed).hasSize(keyboard.count());
  }

  @Test
  void keysBeforeAndAfterAScanAreWrittenAroundIt() {
    keyboard.type("12*", 150);
    keyboard.scan(TEA, 5);
    keyboard.pass(200);
    keyboard.type("3", 150);

    assertThat(keyboard.scans).containsExactly(TEA);
    assertThat(keyboard.written).hasToString("12*3");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noKeyIsLostDoubledOrMoved(long seed) {
    var random = new SplittableRandom(seed);
    var mixed = new Keyboard(ScanSettings.USUAL);
    List<String> sent = new ArrayList<>();
    StringBuilder typed = new StringBuilder();

    for (int i = 0; i < 300; i++) {
      mixed.pass(150);
      if (random.nextInt(3) == 0) {
        String code = Long.toString(random.nextLong(10_000, 99_999_999_999_999L));
        mixed.type(code, random.nextInt(0, 36));
        mixed.key('\n', random.nextInt(0, 36));
        sent.add(code);
      } else {
        String word = Long.toString(random.nextLong(1, 9_999_999), 36);
        mixed.type(word, random.nextInt(36, 250));
        mixed.key('\n', random.nextInt(36, 250));
        typed.append(word).append('\n');
      }
    }
    mixed.rest();

    assertThat(mixed.scans).as("seed " + seed).isEqualTo(sent);
    assertThat(mixed.written.toString()).as("seed " + seed).isEqualTo(typed.toString());
    assertThat(mixed.passed).as("seed " + seed).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void wildRhythmsKeepTheOrderToo(long seed) {
    var random = new SplittableRandom(seed);
    var mixed = new Keyboard(ScanSettings.USUAL);
    int scanned = 0;
    StringBuilder all = new StringBuilder();

    for (int i = 0; i < 2_000; i++) {
      char c = random.nextInt(9) == 0 ? '\n' : (char) ('0' + random.nextInt(10));
      mixed.key(c, random.nextInt(0, 120));
      all.append(c);
    }
    mixed.rest();
    for (String scan : mixed.scans) {
      scanned += 3 * (scan.length() + 1);
    }

    assertThat(mixed.passed).as("seed " + seed).isSorted().doesNotHaveDuplicates();
    assertThat(mixed.passed.size() + scanned).as("seed " + seed).isEqualTo(mixed.count());
    for (String scan : mixed.scans) {
      assertThat(all).as("seed " + seed).contains(scan + "\n");
    }
  }
}
