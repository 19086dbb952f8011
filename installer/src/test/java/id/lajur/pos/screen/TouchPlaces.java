package id.lajur.pos.screen;

import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a finger finds what a lane's screen offers to touch, by what it does. */
public final class TouchPlaces {
  private final Component panel;

  /**
   * @param panel of a lane's window
   */
  public TouchPlaces(Component panel) {
    this.panel = panel;
  }

  /** The middle of a place, in the panel's pixels; on the screen's thread. */
  public Optional<Point> middle(String name) {
    return places()
        .filter(place -> place.name().equals(name))
        .map(place -> new Point(place.x(), place.y()))
        .findFirst();
  }

  /** What can be touched now. */
  public List<String> names() {
    return places().map(Place::name).toList();
  }

  private record Place(String name, int x, int y) {}

  /** Paints first: what answers to a touch is what has been painted. */
  private Stream<Place> places() {
    LanePanel lane = (LanePanel) panel;
    var image = new BufferedImage(lane.getWidth(), lane.getHeight(), BufferedImage.TYPE_INT_RGB);
    lane.paint(image.getGraphics());
    return Arrays.stream(lane.getComponents())
        .filter(View.class::isInstance)
        .map(View.class::cast)
        .filter(Component::isVisible)
        .flatMap(view -> view.touches().stream().map(touch -> place(view, touch)));
  }

  private static Place place(View view, View.Touch touch) {
    Rectangle where = touch.where();
    double scale = view.screen().scale();
    double x = view.getX() + where.getCenterX() * view.enlargement();
    double y = view.getY() + where.getCenterY() * view.enlargement();
    return new Place(touch.name(), (int) (x * scale), (int) (y * scale));
  }
}
