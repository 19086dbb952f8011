package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperRow;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

/** A paper as the printer will give it, in the basket's place: each letter in its own cell. */
final class PaperPreview extends View {
  private static final Color PAPER = new Color(0xFDFDF8);
  private static final Color INK = new Color(0x1B1B1B);

  /** Letters of one width, as the printer's are; a letter of the screen would be squeezed. */
  private static final Font PLAIN = new Font(Font.MONOSPACED, Font.PLAIN, 1);

  /** How wide its letters are, as a part of their size. */
  private static final float ADVANCE = Draw.width("0", PLAIN.deriveFont(100f)) / 100;

  private static final float WIDEST_CELL = 11;
  private static final float ROW = 2.1f; // of the width of a cell

  PaperPreview(LaneScreen screen) {
    super(screen);
  }

  @Override
  Object concern(LaneState state) {
    return List.of(state.panel(), state.theme(), state.language());
  }

  @Override
  void paint(Draw draw, Shown shown) {
    var all = new Rectangle(0, 0, getWidth(), getHeight());
    draw.card(all, Token.RAISED, Token.LINE, 1);
    if (!(shown.state().panel() instanceof Panel.Printer panel)) {
      return;
    }
    int columns = Paper.ofMm(panel.choice().paperMm()).columns();
    float cells = rows(panel.sample()) + 3;
    float cell =
        Math.min(
            WIDEST_CELL,
            Math.min((getWidth() - 80f) / (columns + 4), (getHeight() - 72f) / (cells * ROW)));
    int w = Math.round((columns + 4) * cell);
    int h = Math.round(cells * ROW * cell);
    int x = (getWidth() - w) / 2;
    int y = 48;
    draw.text(shown.text("printer.preview"), Fonts.regular(15), Token.INK3, Draw.PADDING, 30);
    Graphics2D g = draw.graphics();
    g.setColor(PAPER);
    g.fillRect(x, y, w, h);
    g.setColor(Token.LINE.color());
    g.drawRect(x, y, w, h);
    float at = y + 1.5f * ROW * cell;
    for (PaperRow row : panel.sample()) {
      at += paint(g, row, x + 2 * cell, at, cell, columns);
    }
  }

  private static float rows(List<PaperRow> sample) {
    float rows = 0;
    for (PaperRow row : sample) {
      rows += high(row);
    }
    return rows;
  }

  private static float high(PaperRow row) {
    return switch (row.kind()) {
      case TALL -> 2;
      case BARCODE -> 4;
      default -> 1;
    };
  }

  private static float paint(
      Graphics2D g, PaperRow row, float x, float y, float cell, int columns) {
    float high = high(row) * ROW * cell;
    g.setColor(INK);
    String text = row.text();
    float left = row.centred() ? x + (columns - text.length()) * cell / 2 : x;
    if (row.kind() == PaperRow.Kind.BARCODE) {
      bars(g, x + columns * cell / 2, y, cell, text);
      return high;
    }
    boolean tall = row.kind() == PaperRow.Kind.TALL;
    Font font =
        PLAIN.deriveFont(
            row.kind() == PaperRow.Kind.PLAIN ? Font.PLAIN : Font.BOLD, cell / ADVANCE);
    Graphics2D own = (Graphics2D) g.create();
    own.setFont(font);
    own.translate(0, y + high - cell * (tall ? .9f : .5f));
    own.scale(1, tall ? 1.7 : 1);
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      float middle = (cell - Draw.width(letter, font)) / 2;
      own.drawString(letter, left + i * cell + middle, 0);
    }
    own.dispose();
    return high;
  }

  /** Bars that look like a barcode's; what is printed is the printer's own. */
  private static void bars(Graphics2D g, float middle, float y, float cell, String text) {
    float w = cell * 18;
    float x = middle - w / 2;
    for (int i = 0; i < 36; i++) {
      int thick = 1 + (text.charAt(i % text.length()) + i * 7) % 3;
      g.fillRect(
          Math.round(x + i * w / 36), Math.round(y + cell * .5f), thick, Math.round(cell * 5));
    }
    Font font = Fonts.regular(cell * 1.4f);
    g.setFont(font);
    g.drawString(text, middle - Draw.width(text, font) / 2, y + cell * 7.4f);
  }
}
