package id.lajur.pos.screen;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lane's screen as it is painted in a state, without a window.
 *
 * @param parts that are seen, each with its words
 * @param touches the names of all that answers to a touch
 */
record PaintedLane(List<Part> parts, Set<String> touches) {
  record Part(Class<?> view, List<PaintedWords.Word> words) {}

  static PaintedLane of(LaneState state, int width, int height) {
    state.theme().install();
    var panel = new LanePanel(state, InstantSource.fixed(FakeLane.NOW));
    panel.setSize(width, height);
    panel.doLayout();
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var parts = new ArrayList<Part>();
    var touches = new TreeSet<String>();
    for (Component part : panel.getComponents()) {
      if (part instanceof View view && view.isVisible()) {
        var painted = new PaintedWords(picture.createGraphics());
        Graphics own = painted.create(view.getX(), view.getY(), view.getWidth(), view.getHeight());
        view.paint(own);
        own.dispose();
        parts.add(new Part(view.getClass(), painted.words()));
        view.touches().forEach(touch -> touches.add(touch.name()));
      }
    }
    return new PaintedLane(List.copyOf(parts), touches);
  }

  List<PaintedWords.Word> words() {
    return parts.stream().flatMap(part -> part.words().stream()).toList();
  }

  List<PaintedWords.Word> words(Class<? extends View> view) {
    return parts.stream()
        .filter(part -> part.view() == view)
        .flatMap(part -> part.words().stream())
        .toList();
  }
}
