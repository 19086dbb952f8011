package id.lajur.backoffice.receiving;

import id.lajur.backoffice.receiving.ReceivingState.Field;
import id.lajur.kit.theme.Figures;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Path2D;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a delivery; the marked one stands higher, with quantity and discount in boxes, and
 * whatever is typed into is a field there.
 */
final class SheetTable extends JComponent implements Scrollable {
  private static final Font PLAIN = Fonts.regular(16);
  private static final Font STRONG = Fonts.semiBold(16);
  private static final float TWO_ROWS = 14.5f; // of a name that has no room in one

  private final ReceivingPresenter presenter;
  private final Words words;
  private final JTextField editor = new JTextField();
  private ReceivingState state = ReceivingState.BEGIN;
  private @Nullable Field typing;
  private @Nullable JViewport watched; // by the listener, whose size it tells of

  private final ComponentAdapter resized =
      new ComponentAdapter() {
        @Override
        public void componentResized(ComponentEvent event) {
          showMarked();
        }
      };

  SheetTable(ReceivingPresenter presenter, Words words) {
    this.presenter = presenter;
    this.words = words;
    setName("receiving.lines");
    editor.setName("receiving.editor");
    editor.setFont(PLAIN);
    editor.setHorizontalAlignment(SwingConstants.RIGHT);
    editor.setVisible(false);
    editor.addActionListener(event -> presenter.lines().entered(editor.getText(), words.formats()));
    Keys.on(editor, "ESCAPE", presenter.lines()::leaveField);
    add(editor);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            pressed(event.getX(), event.getY());
          }
        });
  }

  void render(ReceivingState next) {
    boolean grown = lines(next) != lines(state);
    state = next;
    Field field = next.field();
    if (field != typing) {
      typing = field;
      editor.setVisible(field != null);
      if (field != null) {
        next.line().ifPresent(line -> editor.setText(text(line, field)));
        place();
        editor.selectAll();
        editor.requestFocusInWindow();
      }
    }
    if (grown) {
      revalidate();
    }
    place();
    repaint();
    showMarked();
  }

  /** Also when a sentence above takes room. */
  private void showMarked() {
    Sheet sheet = state.sheet();
    int at = sheet == null ? -1 : sheet.indexOf(state.marked());
    if (at >= 0) {
      scrollRectToVisible(new Rectangle(0, rowY(at), 1, SheetColumns.MARKED));
    }
  }

  private static int lines(ReceivingState state) {
    Sheet sheet = state.sheet();
    return sheet == null ? 0 : sheet.lines().size();
  }

  /** What stands in a field before somebody types. */
  private String text(GoodsLine line, Field field) {
    Long price = line.priceMinor();
    return switch (field) {
      case QUANTITY -> words.formats().quantity(line.quantityMilli());
      case BONUS -> line.bonusMilli() == 0 ? "" : words.formats().quantity(line.bonusMilli());
      case PRICE -> price == null ? "" : words.formats().money(price);
      case DISCOUNT -> line.discount();
      case EXPIRY -> TypedLine.shown(line.expiresOn());
      case UNIT -> line.unit();
    };
  }

  private void place() {
    Sheet sheet = state.sheet();
    if (typing != null && sheet != null) {
      Rectangle box = new SheetColumns(getWidth()).box(typing, rowY(sheet.indexOf(state.marked())));
      if (box != null) {
        editor.setBounds(box);
      }
    }
  }

  @Override
  public void doLayout() {
    place();
  }

  @Override
  public void addNotify() {
    super.addNotify();
    if (getParent() instanceof JViewport view) {
      view.addComponentListener(resized);
      watched = view;
    }
  }

  @Override
  public void removeNotify() {
    if (watched != null) {
      watched.removeComponentListener(resized);
      watched = null;
    }
    super.removeNotify();
  }

  private int rowY(int at) {
    Sheet sheet = state.sheet();
    int marked = sheet == null ? -1 : sheet.indexOf(state.marked());
    int extra = marked >= 0 && at > marked ? SheetColumns.MARKED - SheetColumns.ROW : 0;
    return at * SheetColumns.ROW + extra;
  }

  private void pressed(int x, int y) {
    Sheet sheet = state.sheet();
    if (sheet == null) {
      return;
    }
    for (int at = 0; at < sheet.lines().size(); at++) {
      int height = rowY(at + 1) - rowY(at);
      if (y >= rowY(at) && y < rowY(at) + height) {
        GoodsLine line = sheet.lines().get(at);
        if (line.place() == state.marked()) {
          fieldAt(x, at);
        } else {
          presenter.lines().mark(line.place());
        }
        return;
      }
    }
  }

  private void fieldAt(int x, int at) {
    var columns = new SheetColumns(getWidth());
    for (Field field : Field.values()) {
      Rectangle box = columns.box(field, rowY(at));
      if (box != null && x >= box.x && x < box.x + box.width) {
        presenter.lines().edit(field);
        return;
      }
    }
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      paint(new Draw(own));
    } finally {
      own.dispose();
    }
  }

  private void paint(Draw draw) {
    draw.fill(Token.SURFACE, 0, 0, getWidth(), getHeight());
    Sheet sheet = state.sheet();
    if (sheet == null || sheet.lines().isEmpty()) {
      String hint = words.get(sheet == null ? "sheet.head" : "sheet.empty");
      float y = 60;
      for (String line : Draw.wrapped(hint, Fonts.regular(17), getWidth() - 40f)) {
        draw.centre(line, Fonts.regular(17), Token.INK2, getWidth() / 2f, y);
        y += 26;
      }
      return;
    }
    var columns = new SheetColumns(getWidth());
    Rectangle clip = draw.graphics().getClipBounds();
    for (int at = 0; at < sheet.lines().size(); at++) {
      int y = rowY(at);
      if (clip == null || y + SheetColumns.MARKED >= clip.y && y <= clip.y + clip.height) {
        row(draw, columns, sheet, at, y);
      }
    }
  }

  private void row(Draw draw, SheetColumns columns, Sheet sheet, int at, int y) {
    GoodsLine line = sheet.lines().get(at);
    boolean marked = line.place() == state.marked();
    int height = marked ? SheetColumns.MARKED : SheetColumns.ROW;
    if (marked) {
      draw.fill(Token.P_SOFT, 0, y, getWidth(), height);
      draw.fill(Token.PRIMARY, 0, y, 5, height);
    } else if (at > 0) {
      draw.rowLine(16, getWidth() - 16, y);
    }
    float middle = y + height / 2f;
    float base = Draw.middle(PLAIN, middle);
    draw.right(
        Integer.toString(at + 1), Fonts.regular(15), Token.INK3, columns.numberRight(), base);
    name(draw, columns, line, marked, middle);
    draw.name(
        words.unit(line),
        PLAIN,
        Token.INK2,
        columns.unit(),
        base,
        columns.quantity() - 50 - columns.unit());
    if (marked && sheet.open()) {
      box(draw, columns, Field.QUANTITY, y);
      box(draw, columns, Field.DISCOUNT, y);
    }
    figures(draw, columns, line, base);
  }

  private void box(Draw draw, SheetColumns columns, Field field, int y) {
    Rectangle box = columns.box(field, y);
    if (box != null) {
      draw.key(box, Token.SURFACE, Token.FIELD_BORDER, 1);
    }
  }

  private void name(Draw draw, SheetColumns columns, GoodsLine line, boolean marked, float middle) {
    Font font = marked ? STRONG : PLAIN;
    String tag = tag(columns, line);
    float tagRoom = tag.isEmpty() ? 0 : Draw.width(tag, Fonts.semiBold(13.5f)) + 24;
    float room = columns.unit() - columns.name() - 10 - tagRoom;
    float end = columns.name() + room;
    if (Draw.width(line.name(), font) <= room) {
      end = draw.text(line.name(), font, Token.INK, columns.name(), Draw.middle(font, middle));
    } else {
      Font small = font.deriveFont(TWO_ROWS);
      draw.inTwoRows(line.name(), small, Token.INK, columns.name(), middle, room);
    }
    if (!tag.isEmpty()) {
      float unused = draw.tag(tag, tagGround(line), tagInk(line), end + 8, middle);
    }
  }

  private String tag(SheetColumns columns, GoodsLine line) {
    if (!line.priced()) {
      return words.get("tag.noPrice");
    }
    if (line.asksExpiry() && line.expiresOn() == null) {
      return words.get("tag.expiry");
    }
    if (line.isNew()) {
      return words.get("tag.new");
    }
    return columns.wide() || line.bonusMilli() == 0
        ? ""
        : "+" + words.formats().quantity(line.bonusMilli());
  }

  private static Token tagGround(GoodsLine line) {
    return needsSomething(line) ? Token.WARN_SOFT : Token.INFO_SOFT;
  }

  private static Token tagInk(GoodsLine line) {
    return needsSomething(line) ? Token.WARN : Token.INFO;
  }

  private static boolean needsSomething(GoodsLine line) {
    return !line.priced() || line.asksExpiry() && line.expiresOn() == null;
  }

  private void figures(Draw draw, SheetColumns columns, GoodsLine line, float base) {
    draw.right(
        words.formats().quantity(line.quantityMilli()),
        STRONG,
        Token.INK,
        columns.quantity(),
        base);
    if (columns.wide()) {
      if (line.bonusMilli() != 0) {
        draw.right(
            words.formats().quantity(line.bonusMilli()), PLAIN, Token.INK, columns.bonus(), base);
      }
      String expiry = TypedLine.shown(line.expiresOn());
      draw.right(
          expiry.isEmpty() ? "–" : expiry,
          PLAIN,
          expiry.isEmpty() ? Token.INK3 : Token.INK2,
          columns.expiry(),
          base);
    }
    if (line.priceMinor() != null) {
      draw.right(words.formats().money(line.priceMinor()), PLAIN, Token.INK, columns.price(), base);
    }
    draw.right(line.discount(), PLAIN, Token.INK, columns.discount(), base);
    if (!columns.tight()) {
      unitCost(draw, columns, line, base);
    }
    if (line.costMinor() != null) {
      draw.right(words.formats().money(line.costMinor()), STRONG, Token.INK, columns.total(), base);
    }
  }

  private void unitCost(Draw draw, SheetColumns columns, GoodsLine line, float base) {
    Long cost = line.unitCostMinor();
    if (cost == null) {
      return;
    }
    Long change = line.changeMicro();
    String text = words.formats().money(cost);
    if (change == null || change == 0) {
      draw.right(text, PLAIN, Token.INK, columns.unitCost(), base);
      return;
    }
    Token ink = change > 0 ? Token.DANGER : Token.P_INK;
    draw.right(text, STRONG, ink, columns.unitCost(), base);
    triangle(
        draw, ink, columns.unitCost() - Figures.width(text, STRONG) - 12, base - 6, change > 0);
  }

  /** A cost that moved: up or down. */
  static void triangle(Draw draw, Token ink, float x, float middle, boolean up) {
    var path = new Path2D.Float();
    float half = 2.8f;
    path.moveTo(x, up ? middle + half : middle - half);
    path.lineTo(x + 7, up ? middle + half : middle - half);
    path.lineTo(x + 3.5f, up ? middle - half : middle + half);
    path.closePath();
    draw.graphics().setColor(ink.color());
    draw.graphics().fill(path);
  }

  @Override
  public Dimension getPreferredSize() {
    int lines = Math.max(1, lines(state));
    return new Dimension(560, lines * SheetColumns.ROW + SheetColumns.MARKED - SheetColumns.ROW);
  }

  @Override
  public Cursor getCursor() {
    return Cursor.getDefaultCursor();
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return SheetColumns.ROW;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(SheetColumns.ROW, visible.height - SheetColumns.ROW);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() > getPreferredSize().height;
  }

  /** The heads, over the same columns. */
  static final class Head extends JComponent {
    private final Words words;

    Head(Words words) {
      this.words = words;
      setBorder(BorderFactory.createEmptyBorder());
    }

    @Override
    public Dimension getPreferredSize() {
      return new Dimension(560, SheetColumns.HEAD);
    }

    @Override
    protected void paintComponent(Graphics g) {
      Graphics2D own = (Graphics2D) g.create();
      try {
        var draw = new Draw(own);
        var columns = new SheetColumns(getWidth());
        Font font = Fonts.regular(14);
        float base = Draw.middle(font, SheetColumns.HEAD / 2f + 1);
        float unused =
            draw.text(words.get("head.item"), font, Token.INK2, columns.name(), base)
                + draw.text(words.get("head.unit"), font, Token.INK2, columns.unit(), base);
        right(draw, "head.quantity", columns.quantity(), base);
        right(draw, "head.price", columns.price(), base);
        right(draw, "head.discount", columns.discount(), base);
        if (!columns.tight()) {
          right(draw, "head.unitCost", columns.unitCost(), base);
        }
        right(draw, "head.total", columns.total(), base);
        if (columns.wide()) {
          right(draw, "head.bonus", columns.bonus(), base);
          right(draw, "head.expiry", columns.expiry(), base);
        }
        draw.line(Token.LINE, 0, getWidth(), SheetColumns.HEAD - 1);
      } finally {
        own.dispose();
      }
    }

    private void right(Draw draw, String key, int right, float base) {
      draw.wordsRight(words.get(key), Fonts.regular(14), Token.INK2, right, base);
    }
  }
}
