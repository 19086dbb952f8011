package id.lajur.backoffice.report;

import id.lajur.kit.format.Formats;
import id.lajur.kit.table.Kind;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a report: the last one large at the right, the others beside it as far as they fit.
 */
final class TotalsStrip extends JComponent {
  private static final int GAP = 28;
  private static final float LARGE = 34;
  private static final float LEAST = 20;

  private final ReportWords words;
  private final Formats formats;
  private List<ReportTable.Total> totals = List.of();
  private boolean known = true;

  TotalsStrip(ReportWords words, Formats formats) {
    this.words = words;
    this.formats = formats;
    setName("report.totals");
  }

  /** Without cost for who may not see it. */
  void show(@Nullable ReportTable table, boolean seesCost) {
    totals =
        table == null
            ? List.of()
            : table.totals().stream()
                .filter(total -> seesCost || !total.key().equals("stockValue"))
                .toList();
    repaint();
  }

  private String label(ReportTable.Total total) {
    return words.get("total." + total.key(), Map.of("sign", formats.currency().sign()));
  }

  /** Without an answer there is no figure, not even 0. */
  void known(boolean now) {
    known = now;
    repaint();
  }

  private String value(ReportTable.Total total) {
    if (!known) {
      return "\u2013";
    }
    return total.kind() == Kind.MONEY ? formats.money(total.value()) : formats.count(total.value());
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(200, 64);
  }

  @Override
  protected void paintComponent(Graphics g) {
    if (totals.isEmpty()) {
      return;
    }
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      float left = large(draw, totals.get(totals.size() - 1));
      for (int i = totals.size() - 2; i >= 0 && left > 0; i--) {
        left = small(draw, totals.get(i), left - GAP);
      }
    } finally {
      own.dispose();
    }
  }

  /** Shrinks until it fits: an amount is never cut. */
  private float large(Draw draw, ReportTable.Total total) {
    String value = value(total);
    String label = label(total);
    Font font = Fonts.bold(LARGE);
    for (float size = LARGE;
        size > LEAST && Draw.width(value, font) + labelWidth(label) > getWidth();
        size -= 2) {
      font = Fonts.bold(size);
    }
    float middle = getHeight() / 2f;
    float x = getWidth() - Draw.width(value, font);
    float unused = draw.text(value, font, Token.INK, x, Draw.middle(font, middle));
    Font small = Fonts.regular(16);
    float at = x - labelWidth(label);
    float unused2 = draw.text(label, small, Token.INK2, at, Draw.middle(small, middle + 6));
    return at;
  }

  private static float labelWidth(String label) {
    return Draw.width(label, Fonts.regular(16)) + 12;
  }

  private float small(Draw draw, ReportTable.Total total, float right) {
    String value = value(total);
    String label = label(total);
    Font ofValue = Fonts.semiBold(17);
    Font ofLabel = Fonts.regular(14);
    float wide = Math.max(Draw.width(value, ofValue), Draw.width(label, ofLabel));
    float x = right - wide;
    if (x < 0) {
      return -1;
    }
    float middle = getHeight() / 2f;
    float unused =
        draw.text(label, ofLabel, Token.INK2, right - Draw.width(label, ofLabel), middle - 6);
    float unused2 =
        draw.text(value, ofValue, Token.INK, right - Draw.width(value, ofValue), middle + 18);
    return x;
  }
}
