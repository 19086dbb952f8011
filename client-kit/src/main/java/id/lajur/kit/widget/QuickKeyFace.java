package id.lajur.kit.widget;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * A key for goods without a barcode, as the lane shows it and the back office arranges it: its
 * letter, a picture, what it is called and what it costs.
 *
 * @param price as it is shown; empty = none is known
 * @param per of what is weighed, "/kg"; left out where there is no room
 * @param rgb of the picture that is drawn where there is none
 * @param chosen it is the marked one
 */
public record QuickKeyFace(
    String letter,
    String label,
    String price,
    String per,
    int rgb,
    @Nullable BufferedImage picture,
    boolean chosen) {
  /** Letters of the keys by their places: three rows of the keyboard, four of each. */
  public static final String LETTERS = "QWERASDFZXCV";

  private static final int OF_A_ROW = 4;

  private static final int LEAST_WITH_PICTURE = 60;
  private static final int LEAST_WITH_TWO_ROWS = 80;
  private static final float LEAST_PICTURE = 26;
  private static final float LEAST_BESIDE = 24; // a price
  private static final float MOST_PICTURE = 104;
  private static final int EDGE = 9;
  private static final int RIGHT = 8;
  private static final int APART = 4;
  private static final int LEAST_WITH_PRICE = 68; // beside the picture, above the name

  public static String letter(int place) {
    return LETTERS.substring(place, place + 1);
  }

  /**
   * Where a key has its place. A key has the same letter on every screen, and letters run across as
   * on the keyboard: in rows of four, or on a narrow screen in rows of three, and the fourth of
   * each in a last row.
   *
   * @param narrow whether three stand side by side instead of four
   */
  public static Rectangle place(Rectangle all, int place, boolean narrow, int gap) {
    int row = Math.floorDiv(place, OF_A_ROW);
    int inRow = place % OF_A_ROW;
    int rows = LETTERS.length() / OF_A_ROW;
    boolean last = narrow && inRow == rows;
    int across = narrow ? rows : OF_A_ROW;
    int down = narrow ? OF_A_ROW : rows;
    double w = (all.width - (across - 1) * gap) / (double) across;
    double h = (all.height - (down - 1) * gap) / (double) down;
    return new Rectangle(
        all.x + (int) Math.round((last ? row : inRow) * (w + gap)),
        all.y + (int) Math.round((last ? rows : row) * (h + gap)),
        (int) w,
        (int) h);
  }

  public void paint(Draw draw, Rectangle where) {
    draw.key(
        where,
        chosen ? Token.P_SOFT : Token.RAISED,
        chosen ? Token.PRIMARY : Token.LINE,
        chosen ? 2 : 1);
    boolean twoRows = where.height >= LEAST_WITH_TWO_ROWS;
    boolean beside = !twoRows && where.height >= LEAST_WITH_PRICE;
    float right = where.x + where.width - (float) RIGHT;
    Font small = Fonts.semiBold(15);
    Font plain = Fonts.regular(15);
    float foot = where.y + where.height - 10f;
    String besidePicture = beside ? price(plain, roomBeside(where.width)) : "";
    if (where.height >= LEAST_WITH_PICTURE) {
      picture(draw.graphics(), where, side(where, Draw.width(besidePicture, plain)));
    }
    draw.right(
        letter,
        small,
        Token.INK2,
        right,
        where.y + (where.height < LEAST_WITH_PICTURE ? 18f : 23f));
    float wide = where.width - 14f;
    boolean fits = Draw.width(label, Fonts.semiBold(16)) <= wide;
    Font name = Fonts.semiBold(fits ? 16 : 15);
    if (twoRows) {
      draw.name(label, name, Token.INK, where.x + 8f, foot - 20, wide);
      draw.text(price(plain, wide), plain, Token.INK2, where.x + 8f, foot);
      return;
    }
    draw.name(label, name, Token.INK, where.x + 8f, foot, wide);
    draw.wordsRight(besidePicture, plain, Token.INK2, right, where.y + 41f);
  }

  /** Whole, or without its unit, or not at all: an amount is never cut. */
  private String price(Font font, float wide) {
    if (!price.isEmpty() && Draw.width(price + per, font) <= wide) {
      return price + per;
    }
    return Draw.width(price, font) <= wide ? price : "";
  }

  /** What a price has beside the least of pictures. */
  static float roomBeside(int width) {
    return width - EDGE - LEAST_BESIDE - APART - RIGHT;
  }

  /**
   * How large the picture is.
   *
   * @param price width of what stands beside it, 0 for nothing; below it is no matter
   */
  static float side(Rectangle where, float price) {
    boolean twoRows = where.height >= LEAST_WITH_TWO_ROWS;
    float high = where.height - (twoRows ? 55f : 38f);
    float wide = where.width - (price == 0 ? 40f : EDGE + APART + price + RIGHT);
    return Math.max(
        price == 0 ? LEAST_PICTURE : LEAST_BESIDE, Math.min(Math.min(MOST_PICTURE, wide), high));
  }

  private void picture(Graphics2D g, Rectangle where, float size) {
    float x = where.x + (float) EDGE;
    float y = where.y + (where.height < LEAST_WITH_TWO_ROWS ? 7f : EDGE - 1f);
    BufferedImage image = picture;
    if (image == null) {
      Produce.paint(g, label, new Color(rgb), x, y, size);
      return;
    }
    Graphics2D own = (Graphics2D) g.create();
    try {
      Shape round = new RoundRectangle2D.Float(x, y, size, size, 10, 10);
      own.clip(round);
      own.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      double scale = size / (double) Math.max(1, Math.min(image.getWidth(), image.getHeight()));
      own.translate(
          x + (size - image.getWidth() * scale) / 2, y + (size - image.getHeight() * scale) / 2);
      own.scale(scale, scale);
      own.drawImage(image, 0, 0, null);
    } finally {
      own.dispose();
    }
  }
}
