package id.lajur.backoffice.items;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The stock card: each move with what was there after it; Enter opens the document behind one. */
final class CardTab extends JPanel {
  private static final String MOVES = "moves";
  private static final String PAPER = "paper";

  private final Formats formats;
  private final Texts texts;
  private final String store;
  private final CardLayout layers;
  private final DataTable<Items.Move> moves;
  private final DataTable<Items.PaperLine> lines;
  private final JLabel title = new JLabel();
  private final JLabel under = new JLabel();
  private Optional<Items.Paper> shown = Optional.empty();

  CardTab(ItemsPresenter presenter, Formats formats, Texts texts, ItemsView.May may) {
    super(new CardLayout());
    this.layers = (CardLayout) getLayout();
    this.formats = formats;
    this.texts = texts;
    this.store = may.store();
    setOpaque(false);
    setBorder(BorderFactory.createEmptyBorder(12, 0, 0, 0));
    var about = new DataTable.About(texts.get("tab.moves"), store, "");
    this.moves =
        new DataTable<>("item.moves", about, moveColumns(may.seesCost()), formats, may.choices());
    moves.whenEmpty(texts.get("moves.empty"));
    moves.onOpen(presenter::open);
    moves.onOlder(presenter::olderMoves);
    this.lines = new DataTable<>("item.paper", about, lineColumns(), formats, may.choices());
    lines.filterOnTyping();
    title.setFont(Fonts.semiBold(17));
    under.setFont(Fonts.regular(15));
    under.setForeground(Token.INK2.color());
    var back = new JButton(texts.get("paper.back"));
    back.addActionListener(event -> presenter.back());
    var paper =
        new JPanel(new MigLayout("insets 0, gap 4 4, fill", "[grow,fill][]", "[][][grow,fill]"));
    paper.setOpaque(false);
    paper.add(title, "wmin 0");
    paper.add(back, "spany 2, aligny top, wrap");
    paper.add(under, "wmin 0, wrap");
    paper.add(lines, "span 2, wmin 0, hmin 0");
    add(moves, MOVES);
    add(paper, PAPER);
  }

  private List<Column<Items.Move>> moveColumns(boolean seesCost) {
    List<Column<Items.Move>> columns = new ArrayList<>();
    columns.add(Column.of("at", texts.get("col.at"), Kind.MOMENT, 175, Items.Move::at));
    columns.add(Column.text("document", texts.get("col.document"), 190, this::document));
    columns.add(
        Column.of(
            "quantity", texts.get("col.quantity"), Kind.QUANTITY, 80, Items.Move::quantityMilli));
    columns.add(
        Column.of("after", texts.get("col.after"), Kind.QUANTITY, 80, Items.Move::afterMilli));
    if (seesCost) {
      columns.add(
          Column.of("value", texts.get("col.moved"), Kind.MONEY, 118, Items.Move::valueMinor));
      columns.add(
          Column.of(
              "valueAfter", texts.get("col.value"), Kind.MONEY, 110, Items.Move::valueAfterMinor));
    }
    columns.add(
        Column.<Items.Move>text("by", texts.get("col.by"), 110, Items.Move::by).atFirstHidden());
    columns.add(
        Column.<Items.Move>text("note", texts.get("col.note"), 120, Items.Move::note)
            .atFirstHidden());
    return columns;
  }

  private List<Column<Items.PaperLine>> lineColumns() {
    return List.of(
        Column.text("code", texts.get("col.code"), 90, Items.PaperLine::code),
        Column.text("name", texts.get("col.name"), 220, Items.PaperLine::name),
        Column.of(
            "quantity", texts.get("col.amount"), Kind.QUANTITY, 80, Items.PaperLine::quantityMilli),
        Column.text("unit", texts.get("col.unit"), 60, Items.PaperLine::unit),
        Column.<Items.PaperLine>of(
                "value", texts.get("col.worth"), Kind.MONEY, 110, Items.PaperLine::amountMinor)
            .summedUp());
  }

  private String document(Items.Move move) {
    String kind =
        move.reason().isEmpty() || move.kind().equals("COUNT")
            ? texts.get("document." + move.kind())
            : texts.get("reason." + move.reason());
    return move.number().isEmpty() ? kind : kind + " " + move.number();
  }

  void render(ItemsState.Card item) {
    moves.read(item.moves().isPresent());
    moves.about(new DataTable.About(item.titled(texts.get("tab.moves")), store, ""));
    moves.rows(item.moves().map(Page::rows).orElse(List.of()));
    moves.older(item.moves().filter(Page::hasOlder).isPresent());
    if (!shown.equals(item.paper())) {
      shown = item.paper();
      shown.ifPresent(this::open);
      layers.show(this, shown.isPresent() ? PAPER : MOVES);
    }
  }

  private void open(Items.Paper paper) {
    Items.Move move = paper.move();
    title.setText(document(move));
    String when = formats.date(formats.day(move.at())) + " " + formats.time(move.at());
    String who = move.by().isEmpty() ? when : when + " · " + move.by();
    under.setText(move.note().isEmpty() ? who : who + " · " + move.note());
    lines.about(new DataTable.About(title.getText(), store, when));
    lines.rows(paper.lines());
  }
}
