package id.lajur.installer.demo;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the demo's windows stand: where there is room, the lanes beside each other with the desk
 * and the paper beneath them, none hiding another; on a small screen nearly as large as it, one
 * behind another with their title bars in sight, lane 1 before all.
 *
 * @param lanes by number
 */
record DemoPlaces(List<Rectangle> lanes, Rectangle desk, Rectangle paper) {
  private static final int LEAST_WIDTH = 800; // of a lane that is not to be shown too small
  private static final int LEAST_HEIGHT = 450;
  private static final int TITLE = 36; // of a window, so that it can be pressed

  DemoPlaces {
    lanes = List.copyOf(lanes);
  }

  /**
   * @param screen what of it windows may take
   */
  static DemoPlaces on(Rectangle screen, int lanes) {
    int wide = screen.width / lanes;
    int half = screen.height / 2;
    return wide < LEAST_WIDTH || half < LEAST_HEIGHT
        ? behindEachOther(screen, lanes)
        : besideEachOther(screen, lanes, wide, half);
  }

  private static DemoPlaces besideEachOther(Rectangle screen, int lanes, int wide, int half) {
    int desk = screen.width * 2 / 3;
    int below = screen.y + half;
    List<Rectangle> places = new ArrayList<>();
    for (int i = 0; i < lanes; i++) {
      places.add(new Rectangle(screen.x + i * wide, screen.y, wide, half));
    }
    return new DemoPlaces(
        places,
        new Rectangle(screen.x, below, desk, screen.height - half),
        new Rectangle(screen.x + desk, below, screen.width - desk, screen.height - half));
  }

  private static DemoPlaces behindEachOther(Rectangle screen, int lanes) {
    int steps = lanes + 1;
    List<Rectangle> places = new ArrayList<>();
    for (int i = 0; i < lanes; i++) {
      places.add(step(screen, steps - i, steps));
    }
    return new DemoPlaces(places, step(screen, 1, steps), step(screen, 0, steps));
  }

  private static Rectangle step(Rectangle screen, int step, int steps) {
    return new Rectangle(
        screen.x + step * TITLE,
        screen.y + step * TITLE,
        screen.width - steps * TITLE,
        screen.height - steps * TITLE);
  }
}
