package id.lajur.kit.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuickKeyFaceTest {
  private static final int GAP = 8;

  private static List<Rectangle> places(Rectangle all, boolean narrow) {
    return IntStream.range(0, QuickKeyFace.LETTERS.length())
        .mapToObj(place -> QuickKeyFace.place(all, place, narrow, GAP))
        .toList();
  }

  /** The letters as they are read on a screen, row by row. */
  private static String read(Rectangle all, boolean narrow) {
    List<Rectangle> places = places(all, narrow);
    return IntStream.range(0, places.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer place) -> places.get(place).y)
                .thenComparing(place -> places.get(place).x))
        .map(QuickKeyFace::letter)
        .collect(Collectors.joining());
  }

  @Test
  void rowsOfTheKeyboardAreRowsAndOnANarrowScreenTheirFourthIsInTheLast() {
    assertThat(read(new Rectangle(12, 50, 416, 300), false)).isEqualTo("QWERASDFZXCV");
    assertThat(read(new Rectangle(12, 50, 312, 300), true)).isEqualTo("QWEASDZXCRFV");
  }

  @Test
  void noKeyLiesOverAnotherOrBeyondThePage() {
    for (boolean narrow : new boolean[] {false, true}) {
      var all = new Rectangle(12, 50, narrow ? 312 : 416, 301);
      List<Rectangle> places = places(all, narrow);
      for (Rectangle one : places) {
        assertThat(all.contains(one)).isTrue();
        assertThat(places.stream().filter(one::intersects)).hasSize(1);
      }
    }
  }

  @Test
  void aPriceBesideAPictureNeverTouchesIt() {
    for (int width = 88; width <= 190; width++) {
      for (int height = 60; height < 80; height++) {
        float room = QuickKeyFace.roomBeside(width);
        for (float price = 10; price <= room; price++) {
          float pictureEnds = 9 + QuickKeyFace.side(new Rectangle(0, 0, width, height), price);
          float priceBegins = width - 8 - price;
          assertThat(priceBegins - pictureEnds)
              .as("%d x %d, price %s", width, height, price)
              .isGreaterThanOrEqualTo(3.9f);
        }
      }
    }
  }
}
