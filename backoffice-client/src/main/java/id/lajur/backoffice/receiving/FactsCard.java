package id.lajur.backoffice.receiving;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.KeyButton;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Map;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The marked line's item: stock, last purchases, and what it should sell for. */
final class FactsCard extends JComponent {
  private static final Font NAME = Fonts.semiBold(18);
  private static final Font TEXT = Fonts.regular(15);
  private static final Font STRONG = Fonts.semiBold(15.5f);
  private static final Font FIGURE = Fonts.semiBold(16);
  private static final Font HINT = Fonts.regular(14);
  private static final float LEAST_HINT = 11.5f;
  private static final int LOW = 400;
  private static final int EDGE = 18;
  private static final int ROW = 26;
  private static final int BUTTONS = 66;
  private static final int PRICES = 116; // the key that removes the line stands beneath them

  private final Words words;
  private final KeyButton take;
  private final KeyButton keep;
  private final KeyButton remove;
  private ReceivingState state = ReceivingState.BEGIN;

  FactsCard(ReceivingPresenter presenter, Words words) {
    this.words = words;
    setName("receiving.facts");
    take = KeyButton.main("F8", "F8", words.get("key.take"), presenter.lines()::takePrice);
    take.setFont(Fonts.semiBold(16));
    keep =
        new KeyButton(
            KeyButton.Look.PLAIN, "F6", "F6", words.get("key.keep"), presenter.lines()::keepPrice);
    keep.setFont(Fonts.semiBold(16));
    remove =
        new KeyButton(
            KeyButton.Look.PLAIN, "Del", "", words.get("key.remove"), presenter.lines()::remove);
    remove.setFont(Fonts.semiBold(14));
    add(take);
    add(keep);
    add(remove);
  }

  void render(ReceivingState next, boolean mayPrice) {
    state = next;
    boolean open = next.isOpen() && next.line().isPresent();
    take.setVisible(open);
    keep.setVisible(open);
    remove.setVisible(open);
    take.setEnabled(next.hasProposal() && mayPrice);
    keep.setEnabled(next.hasProposal());
    repaint();
  }

  @Override
  public void doLayout() {
    int y = getHeight() - BUTTONS;
    int half = (getWidth() - 2 * EDGE - 10) / 2;
    take.setBounds(EDGE, y, half, 48);
    keep.setBounds(EDGE + half + 10, y, half, 48);
    int width = Math.min(remove.getPreferredSize().width, getWidth() - 2 * EDGE);
    int high = isLow() ? 28 : 34;
    remove.setBounds(getWidth() - EDGE - width, y - high - (isLow() ? 4 : 8), width, high);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(316, 400);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      draw.card(new Rectangle(getWidth(), getHeight()));
      GoodsLine line = state.line().orElse(null);
      if (line == null) {
        String hint = state.isOpen() ? "facts.none" : "facts.mark";
        float y = 40;
        for (String row : Draw.wrapped(words.get(hint), TEXT, getWidth() - 2f * EDGE)) {
          float unused = draw.text(row, TEXT, Token.INK2, EDGE, y);
          y += 24;
        }
        return;
      }
      int y = head(draw, line);
      Facts facts = state.facts();
      if (facts != null) {
        facts(draw, line, facts, y);
      } else if (!state.isOpen()) {
        booked(draw, line, y + 13);
      }
    } finally {
      own.dispose();
    }
  }

  /** Whether there is room for what is asked now alone: what was paid before stands elsewhere. */
  private boolean isLow() {
    return getHeight() < LOW;
  }

  /** Where what follows a label begins. */
  private int label() {
    float widest =
        Math.max(
            Draw.width(words.get("facts.now"), STRONG),
            Draw.width(words.get("facts.proposed"), TEXT));
    return Math.max(72, Math.round(widest) + 10);
  }

  private int right() {
    return getWidth() - EDGE;
  }

  private int head(Draw draw, GoodsLine line) {
    float room = getWidth() - 2f * EDGE;
    int y = 27;
    for (String row :
        Draw.wrapped(line.name(), NAME, room).stream().limit(isLow() ? 1 : 2).toList()) {
      float unused = draw.name(row, NAME, Token.INK, EDGE, Draw.middle(NAME, y), room);
      y += 24;
    }
    String code = line.barcode().isEmpty() ? line.itemCode() : line.barcode();
    float unused = draw.name(code, Fonts.regular(14.5f), Token.INK2, EDGE, y + 5f, room - 90);
    if (line.expiresOn() != null) {
      draw.wordsRight(
          words.get("facts.expiry", Map.of("date", TypedLine.shown(line.expiresOn()))),
          HINT,
          Token.INK2,
          right(),
          y + 5f);
    }
    return y + 18;
  }

  private void facts(Draw draw, GoodsLine line, Facts facts, int top) {
    int y = top + 13;
    pair(draw, "facts.stock", facts.stockMilli(), line.baseUnit(), y);
    pair(draw, "facts.after", facts.afterMilli(), line.baseUnit(), y + 24);
    draw.line(Token.LINE, EDGE, right(), y + 46);
    if (isLow()) {
      prices(draw, facts, y + 64);
      return;
    }
    y += 68;
    heading(
        draw,
        words.get("facts.purchases"),
        words.get("facts.netPer", Map.of("unit", line.baseUnit())),
        y);
    int bottom = getHeight() - BUTTONS - PRICES - 12;
    int after = purchases(draw, line, facts, y + 28, bottom);
    prices(draw, facts, Math.min(after + 24, bottom + 14));
  }

  /** A line in the books: what came, what of it was not corrected since, what a piece cost. */
  private void booked(Draw draw, GoodsLine line, int top) {
    int y = top;
    long came = line.quantityMilli() + line.bonusMilli();
    pair(draw, "facts.received", came, line.unit(), y);
    if (line.leftMilli() != came) {
      y += 24;
      pair(draw, "posted.left", line.leftMilli(), line.unit(), y);
    }
    Long cost = line.unitCostMinor();
    if (cost != null) {
      y += 24;
      float unused =
          draw.text(
              words.get("facts.cost", Map.of("unit", line.baseUnit())),
              TEXT,
              Token.INK2,
              EDGE,
              Draw.middle(TEXT, y));
      draw.right(words.formats().money(cost), FIGURE, Token.INK, right(), Draw.middle(FIGURE, y));
    }
    Long price = line.shelfPriceMinor();
    if (price != null) {
      draw.line(Token.LINE, EDGE, right(), y + 22);
      y += 44;
      float unused =
          draw.text(words.get("facts.newPrice"), TEXT, Token.INK2, EDGE, Draw.middle(TEXT, y));
      draw.right(words.formats().money(price), FIGURE, Token.INK, right(), Draw.middle(FIGURE, y));
    }
  }

  /** A heading with a hint at its right, which is small enough to stand beside it. */
  private void heading(Draw draw, String heading, String hint, int middle) {
    float end = draw.text(heading, STRONG, Token.INK, EDGE, Draw.middle(STRONG, middle));
    Font font = fitting(hint, HINT, right() - end - 8);
    draw.wordsRight(hint, font, Token.INK3, right(), Draw.middle(font, middle));
  }

  private static Font fitting(String text, Font font, float room) {
    Font fits = font;
    while (Draw.width(text, fits) > room && fits.getSize2D() > LEAST_HINT) {
      fits = fits.deriveFont(fits.getSize2D() - 0.5f);
    }
    return fits;
  }

  private void pair(Draw draw, String label, long milli, String unit, int middle) {
    float unused = draw.text(words.get(label), TEXT, Token.INK2, EDGE, Draw.middle(TEXT, middle));
    draw.wordsRight(
        words.formats().quantity(milli) + " " + unit,
        FIGURE,
        milli < 0 ? Token.DANGER : Token.INK,
        right(),
        Draw.middle(FIGURE, middle));
  }

  private int purchases(Draw draw, GoodsLine line, Facts facts, int top, int bottom) {
    int y = top;
    Long cost = line.unitCostMinor();
    Long change = line.changeMicro();
    boolean moved = change != null && change != 0;
    int room = moved ? 42 : 0;
    if (cost != null) {
      Token ink =
          change == null || change == 0 ? Token.INK : change > 0 ? Token.DANGER : Token.P_INK;
      String supplier = state.sheet() == null ? "" : state.sheet().supplierName();
      row(
          draw,
          words.get("facts.now"),
          STRONG,
          Token.INK,
          supplier,
          words.formats().money(cost),
          ink,
          y);
      y += ROW;
    }
    for (Facts.Purchase one : facts.purchases()) {
      if (y + ROW / 2 + room > bottom) {
        break;
      }
      row(
          draw,
          words.day(one.on()),
          TEXT,
          Token.INK2,
          one.supplierName(),
          one.unitCostMinor() == 0 && cost == null
              ? ""
              : words.formats().money(one.unitCostMinor()),
          null,
          y);
      y += ROW;
    }
    if (facts.purchases().isEmpty()) {
      float unused =
          draw.text(words.get("facts.first"), TEXT, Token.INK2, EDGE, Draw.middle(TEXT, y));
      y += ROW;
    }
    if (change != null && change != 0) {
      moved(draw, change, y - 5);
      y += 36;
    }
    return y;
  }

  private void row(
      Draw draw,
      String when,
      Font font,
      Token ink,
      String supplier,
      String figure,
      @Nullable Token figureInk,
      int middle) {
    float unused = draw.text(when, font, ink, EDGE, Draw.middle(font, middle));
    float left = EDGE + label();
    float room = right() - left - 62;
    unused =
        draw.name(
            Words.shortName(supplier), TEXT, Token.INK2, left, Draw.middle(TEXT, middle), room);
    draw.right(
        figure,
        figureInk == null ? Fonts.regular(16) : FIGURE,
        figureInk == null ? Token.INK : figureInk,
        right(),
        Draw.middle(FIGURE, middle));
  }

  private void moved(Draw draw, long change, int top) {
    boolean up = change > 0;
    Token ground = up ? Token.DANGER_SOFT : Token.P_SOFT;
    Token ink = up ? Token.DANGER : Token.P_INK;
    draw.key(new Rectangle(EDGE, top, right() - EDGE, 34), ground, ground, 1);
    SheetTable.triangle(draw, ink, EDGE + 13f, top + 17f, up);
    String said =
        words.get(
            up ? "facts.up" : "facts.down", Map.of("percent", words.percent(Math.abs(change))));
    Font font = fitting(said, Fonts.semiBold(15), right() - EDGE - 40f);
    float unused = draw.text(said, font, ink, EDGE + 30f, Draw.middle(font, top + 17f));
  }

  private void prices(Draw draw, Facts facts, int middle) {
    String wanted =
        facts.wantedMicro() == null
            ? ""
            : words.get("facts.wanted", Map.of("percent", words.wholePercent(facts.wantedMicro())));
    heading(draw, words.get("facts.selling"), wanted, middle);
    price(draw, "facts.now", facts.priceMinor(), facts.marginMicro(), false, middle + 29);
    GoodsLine line = state.line().orElse(null);
    if (facts.proposedMinor() != null && line != null && !line.decided()) {
      price(
          draw,
          "facts.proposed",
          facts.proposedMinor(),
          facts.proposedMarginMicro(),
          true,
          middle + 57);
    }
  }

  private void price(
      Draw draw,
      String label,
      @Nullable Long minor,
      @Nullable Long margin,
      boolean proposed,
      int middle) {
    float unused = draw.text(words.get(label), TEXT, Token.INK2, EDGE, Draw.middle(TEXT, middle));
    Token ink = proposed ? Token.P_INK : Token.INK;
    float end =
        draw.text(
            minor == null ? words.get("facts.noPrice") : words.formats().money(minor),
            minor == null ? TEXT : Fonts.semiBold(getWidth() < 300 ? 16 : 17),
            ink,
            EDGE + label(),
            Draw.middle(FIGURE, middle));
    if (margin != null) {
      float size = getWidth() < 300 ? 13.5f : 14.5f;
      String said = words.get("facts.margin", Map.of("percent", words.percent(margin)));
      Font wanted = proposed ? Fonts.semiBold(size) : Fonts.regular(size);
      Font font = fitting(said, wanted, right() - end - 8);
      draw.wordsRight(
          said, font, proposed ? Token.P_INK : Token.INK2, right(), Draw.middle(font, middle));
    }
  }
}
