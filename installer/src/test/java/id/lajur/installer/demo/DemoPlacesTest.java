package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoPlacesTest {
  /** The windows, the foremost first. */
  private static List<Rectangle> all(DemoPlaces places) {
    List<Rectangle> all = new ArrayList<>(places.lanes());
    all.add(places.desk());
    all.add(places.paper());
    return all;
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "2560, 1400", "1600, 900"})
  void onALargeScreenNoWindowHidesAnother(int width, int height) {
    var screen = new Rectangle(0, 0, width, height);
    List<Rectangle> all = all(DemoPlaces.on(screen, 2));

    assertThat(all).allMatch(screen::contains);
    for (Rectangle one : all) {
      assertThat(all).filteredOn(one::intersects).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"1366, 768, 1200, 640", "1024, 768, 900, 640", "1366, 728, 1200, 600"})
  void onASmallScreenALaneHasNearlyAllOfItAndEveryTitleIsSeen(
      int width, int height, int leastWidth, int leastHeight) {
    var screen = new Rectangle(0, 24, width, height);
    List<Rectangle> all = all(DemoPlaces.on(screen, 2));

    assertThat(all).allMatch(screen::contains);
    assertThat(all).allMatch(each -> each.width >= leastWidth && each.height >= leastHeight);
    for (int i = 0; i < all.size(); i++) {
      var title = new Rectangle(all.get(i).x, all.get(i).y, all.get(i).width, 30);
      assertThat(all.subList(0, i)).noneMatch(title::intersects);
    }
  }

  @Test
  void aScreenBesideAnotherIsTheOneThatIsUsed() {
    DemoPlaces places = DemoPlaces.on(new Rectangle(1920, 0, 1920, 1080), 2);

    assertThat(places.lanes().get(0).x).isEqualTo(1920);
    assertThat(places.paper().getMaxX()).isEqualTo(3840);
  }
}
