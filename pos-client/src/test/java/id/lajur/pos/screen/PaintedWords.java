package id.lajur.pos.screen;

import com.formdev.flatlaf.util.Graphics2DProxy;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Paints as it is told, and remembers each piece of text: what it is, and where it stands. */
public final class PaintedWords extends Graphics2DProxy {
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  /** A capital's height, as a part of its type's size. */
  static final float CAPITAL = 0.727f;

  /** What begins the word of something that was given up with "…". */
  static final String SHORT = "short: ";

  private static final double LEAST = 2; // px that letters may come near each other

  private static final double ONE_WORD = 6; // px; figures are painted one by one

  /**
   * One piece of text.
   *
   * @param where its capitals stand, px of the picture
   * @param whole whether the part that it belongs to shows all of it
   */
  public record Word(String text, Rectangle2D where, boolean whole, Color ink) {
    /** Letters one by one are the paper's: each has its place there, however wide it is. */
    private boolean covers(Word other) {
      if (text.length() == 1 && other.text.length() == 1) {
        return false;
      }
      Rectangle2D both = where.createIntersection(other.where);
      return both.getWidth() > LEAST && both.getHeight() > LEAST;
    }
  }

  private final Graphics2D to;
  private final List<Word> words;

  private PaintedWords(Graphics2D to, List<Word> words) {
    super(to);
    this.to = to;
    this.words = words;
  }

  public PaintedWords(Graphics2D to) {
    this(to, new ArrayList<>());
  }

  /** All of them, in the order of painting. */
  public List<Word> words() {
    return List.copyOf(words);
  }

  /** What stands on one line is one row, as it is read: from the top, each from the left. */
  public static List<String> rows(List<Word> words) {
    var rows = new TreeMap<Long, List<Word>>();
    for (Word word : words) {
      long baseline = Math.round(word.where().getMaxY());
      rows.computeIfAbsent(baseline, at -> new ArrayList<>()).add(word);
    }
    return rows.values().stream().map(PaintedWords::row).toList();
  }

  private static String row(List<Word> words) {
    var row = new StringBuilder();
    double end = Double.POSITIVE_INFINITY;
    words.sort(Comparator.comparingDouble(word -> word.where().getX()));
    for (Word word : words) {
      row.append(word.where().getX() - end > ONE_WORD ? " " : "").append(word.text());
      end = word.where().getMaxX();
    }
    return row.toString();
  }

  /** What cannot be read: cut by its part's edge, painted over another, or given up with "…". */
  static List<String> unreadable(List<Word> words) {
    var bad = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (!word.whole()) {
        bad.add("cut: " + word.text());
      }
      if (word.text().endsWith("…")) {
        bad.add(SHORT + word.text());
      }
      for (Word other : words.subList(0, i)) {
        if (word.covers(other)) {
          bad.add("over each other: " + other.text() + " | " + word.text());
        }
      }
    }
    return bad;
  }

  private void remember(String text, float x, float y) {
    Font font = getFont();
    double width = font.getStringBounds(text, MEASURE).getWidth();
    double high = font.getSize2D() * CAPITAL;
    var box = new Rectangle2D.Double(x, y - high, width, high);
    Rectangle clip = getClipBounds();
    boolean whole =
        clip == null
            || clip.x <= x + 1
                && clip.y <= y - high + 1
                && x + width <= clip.x + clip.width + 1
                && y <= clip.y + clip.height + 1;
    words.add(
        new Word(
            text, getTransform().createTransformedShape(box).getBounds2D(), whole, getColor()));
  }

  @Override
  public Graphics create() {
    return new PaintedWords((Graphics2D) to.create(), words);
  }

  @Override
  public Graphics create(int x, int y, int width, int height) {
    return new PaintedWords((Graphics2D) to.create(x, y, width, height), words);
  }

  @Override
  public void drawString(String text, float x, float y) {
    remember(text, x, y);
    super.drawString(text, x, y);
  }

  @Override
  public void drawString(String text, int x, int y) {
    remember(text, x, y);
    super.drawString(text, x, y);
  }
}
