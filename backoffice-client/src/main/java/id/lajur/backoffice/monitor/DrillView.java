package id.lajur.backoffice.monitor;

import id.lajur.backoffice.form.KeyBar;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.journal.Replay;
import id.lajur.backoffice.journal.TicketSteps;
import id.lajur.backoffice.monitor.ReceiptDetail.DetailLine;
import id.lajur.backoffice.monitor.ReceiptDetail.EntryLine;
import id.lajur.backoffice.monitor.Shop.SoldReceipt;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import java.awt.CardLayout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The receipts behind a figure; one of them down to its lines and its entry in the books. */
final class DrillView extends JPanel {
  private static final String LIST = "list";
  private static final String RECEIPT = "receipt";
  private static final String TICKET = "ticket";
  private static final String CASH = "cash";

  private final String storeName;
  private final Texts texts;
  private final Formats formats;
  private final JLabel title = new JLabel();
  private final JLabel figure = new JLabel();
  private final JLabel foot = new JLabel();
  private final CardLayout cards = new CardLayout();
  private final JPanel body = new JPanel(cards);
  private final DataTable<SoldReceipt> receipts;
  private final DataTable<DetailLine> lines;
  private final DataTable<EntryLine> entry;
  private final TicketSteps ticket;
  private final Side ticketSide = new Side();
  private final Side cashSide = new Side();
  private final DataTable<EntryLine> cashEntry;
  private final KeyButton other;
  private final KeyButton sales;

  DrillView(MonitorPresenter presenter, MonitorView.Setting setting, Texts texts, Formats formats) {
    super(
        new MigLayout("insets 14 16 12 16, fill, gapy 10", "[grow,fill][pref!]", "[][grow,fill]"));
    this.storeName = setting.storeName();
    this.texts = texts;
    this.formats = formats;
    this.receipts = table("monitor.receipts", columns(setting.seesCost()), setting);
    this.lines = table("monitor.lines", lineColumns(setting.seesCost()), setting);
    this.entry = table("monitor.entry", entryColumns(), setting);
    this.cashEntry = table("monitor.entry", entryColumns(), setting);
    this.other =
        new KeyButton(
            KeyButton.Look.PLAIN,
            "F6",
            "F6",
            texts.get("drill.weekAgo"),
            presenter.drills()::otherWeek);
    this.sales =
        new KeyButton(
            KeyButton.Look.PLAIN,
            "F6",
            "F6",
            texts.get("drill.sales"),
            presenter.drills()::openSalesOfLane);
    setOpaque(false);
    receipts.onOpen(row -> presenter.drills().openReceipt(row.saleId()));
    receipts.whenEmpty(texts.get("drill.none"));
    receipts.onOlder(presenter.drills()::more);
    lines.filterOnTyping();
    entry.filterOnTyping();
    cashEntry.filterOnTyping();
    title.setFont(Fonts.semiBold(20));
    title.setForeground(Token.INK.color());
    figure.setFont(Fonts.bold(24));
    figure.setForeground(Token.INK.color());
    foot.setFont(Fonts.regular(15));
    foot.setForeground(Token.INK2.color());
    add(title, "wmin 0");
    add(figure, "wrap, gapright 6");
    body.setOpaque(false);
    var list = new JPanel(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
    list.setOpaque(false);
    list.add(receipts);
    body.add(list, LIST);
    body.add(new LinesAndEntry(lines, entry), RECEIPT);
    this.ticket = new TicketSteps(formats, setting.storeName(), setting.choices());
    ticket.table().filterOnTyping();
    var events =
        new JPanel(
            new MigLayout(
                "insets 0, fill, gap 14", "[grow 100,fill,0:100%:n][36%!,fill]", "[grow,fill]"));
    events.setOpaque(false);
    events.add(ticket.table());
    events.add(ticketSide);
    body.add(events, TICKET);
    var cash =
        new JPanel(
            new MigLayout(
                "insets 0, fill, gap 14", "[36%!,fill][grow,fill,0:100%:n]", "[grow,fill]"));
    cash.setOpaque(false);
    cash.add(cashSide);
    cash.add(cashEntry);
    body.add(cash, CASH);
    add(body, "span 2, grow, wmin 0, hmin 0");
    var keys = new KeyBar("[grow,fill][][]");
    keys.add(foot, "cell 0 0, wmin 0");
    keys.add(other, "cell 1 0"); // one of the two at most
    keys.add(sales, "cell 1 0");
    keys.add(
        new KeyButton(
            KeyButton.Look.PLAIN, "Esc", "", texts.get("drill.back"), presenter.drills()::back),
        "cell 2 0");
    add(keys, "dock south");
  }

  private <R> DataTable<R> table(
      String name, List<Column<R>> columns, MonitorView.Setting setting) {
    var about = new DataTable.About(texts.get("drill.receipt"), storeName, "");
    return new DataTable<>(name, about, columns, formats, setting.choices());
  }

  /** What was sold, and its entry in the books: beside it, or where that is too narrow beneath. */
  private static final class LinesAndEntry extends JPanel {
    private static final int NARROW = 1_100;

    private final MigLayout layout = new MigLayout("insets 0, fill, gap 14", "", "");
    private final JComponent lines;
    private boolean narrow = true;

    LinesAndEntry(JComponent lines, JComponent entry) {
      this.lines = lines;
      setOpaque(false);
      setLayout(layout);
      add(lines, "wmin 0, hmin 0");
      add(entry, "wmin 0, hmin 0");
      arrange(false);
    }

    private void arrange(boolean isNarrow) {
      if (isNarrow != narrow) {
        narrow = isNarrow;
        layout.setComponentConstraints(lines, "wmin 0, hmin 0" + (narrow ? ", wrap" : ""));
        layout.setColumnConstraints(
            narrow ? "[grow,fill]" : "[grow 70,fill,0:100%:n][grow 30,fill,500:560:]");
        layout.setRowConstraints(narrow ? "[52%,fill][48%,fill]" : "[grow,fill]");
      }
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
      arrange(width < NARROW);
      super.setBounds(x, y, width, height);
    }
  }

  private List<Column<SoldReceipt>> columns(boolean seesCost) {
    List<Column<SoldReceipt>> columns = new ArrayList<>();
    columns.add(Column.text("number", word("number"), 150, SoldReceipt::number));
    columns.add(
        Column.of(
            "soldAt",
            word("soldAt"),
            Kind.MOMENT,
            210,
            row -> Instant.ofEpochMilli(row.soldAtMs())));
    columns.add(Column.text("lane", word("lane"), 70, SoldReceipt::terminal));
    columns.add(
        Column.text("operator", word("operator"), 190, SoldReceipt::operatorName).yielding(2));
    columns.add(
        Column.<SoldReceipt>of("lines", word("lines"), Kind.COUNT, 70, SoldReceipt::lineCount)
            .yielding(1));
    columns.add(
        Column.<SoldReceipt>of("total", word("total"), Kind.MONEY, 130, SoldReceipt::totalMinor)
            .summedUp());
    columns.add(
        Column.<SoldReceipt>of("part", word("part"), Kind.MONEY, 130, SoldReceipt::partMinor)
            .summedUp());
    if (seesCost) {
      columns.add(
          Column.<SoldReceipt>of("cost", word("cost"), Kind.MONEY, 130, SoldReceipt::costMinor)
              .atFirstHidden());
    }
    return columns;
  }

  private List<Column<DetailLine>> lineColumns(boolean seesCost) {
    List<Column<DetailLine>> columns = new ArrayList<>();
    columns.add(Column.text("item", word("item"), 240, this::name));
    columns.add(
        Column.of("quantity", word("quantity"), Kind.QUANTITY, 80, DetailLine::quantityMilli));
    columns.add(Column.text("unit", word("unit"), 60, DetailLine::unit));
    columns.add(Column.of("price", word("price"), Kind.MONEY, 100, DetailLine::priceMinor));
    columns.add(
        Column.<DetailLine>of(
                "discount", word("discount"), Kind.MONEY, 100, DetailLine::discountMinor)
            .yielding(1));
    columns.add(
        Column.<DetailLine>of("total", word("total"), Kind.MONEY, 110, DetailLine::netMinor)
            .summedUp());
    columns.add(
        Column.<DetailLine>of("tax", word("tax"), Kind.MONEY, 90, DetailLine::taxMinor)
            .atFirstHidden());
    columns.add(
        Column.<DetailLine>text("department", word("department"), 140, DetailLine::department)
            .atFirstHidden());
    columns.add(
        Column.<DetailLine>text("barcode", word("barcode"), 140, DetailLine::barcode)
            .atFirstHidden());
    if (seesCost) {
      columns.add(
          Column.<DetailLine>of("cost", word("cost"), Kind.MONEY, 100, DetailLine::costMinor)
              .atFirstHidden());
    }
    return columns;
  }

  /** Goods that came back say so. */
  private String name(DetailLine line) {
    return line.comesBack()
        ? texts.get("drill.returned", Map.of("name", line.name()))
        : line.name();
  }

  private List<Column<EntryLine>> entryColumns() {
    return List.of(
        Column.text("account", word("account"), 280, row -> row.account() + " " + row.name()),
        Column.<EntryLine>of("debit", word("debit"), Kind.MONEY, 100, row -> side(row, 1))
            .summedUp(),
        Column.<EntryLine>of("credit", word("credit"), Kind.MONEY, 100, row -> side(row, -1))
            .summedUp());
  }

  private static @Nullable Object side(EntryLine line, int sign) {
    long amount = line.amountMinor() * sign;
    return amount > 0 ? amount : null;
  }

  private String word(String key) {
    return texts.get("column." + key);
  }

  void show(Drill drill) {
    Optional<ReceiptDetail> receipt = drill.receipt();
    Optional<Drill.Listed> list = receipt.isEmpty() ? drill.list() : Optional.empty();
    boolean weekAgo = list.filter(Drill.Listed::weekAgo).isPresent();
    other.setVisible(list.flatMap(Drill.Listed::other).isPresent());
    other.setText(
        weekAgo
            ? texts.get("drill.today")
            : list.flatMap(Drill.Listed::other).map(this::ofWeekAgo).orElse(""));
    sales.setVisible(drill.lane().isPresent());
    if (receipt.isPresent()) {
      show(receipt.get());
      cards.show(body, RECEIPT);
      return;
    }
    title.setText(titled(drill, weekAgo));
    if (drill.cash().isPresent()) {
      show(drill.cash().get());
      return;
    }
    if (drill.ticket().isPresent()) {
      show(drill.ticket().get(), drill.lane());
      return;
    }
    receipts.about(new DataTable.About(title.getText(), storeName, drill.asked().businessDate()));
    boolean known = list.filter(Drill.Listed::read).isPresent();
    figure.setText(known ? sum(list.get().partMinor()) : "");
    foot.setText(
        drill.nextPage().isEmpty()
            ? texts.get("drill.hint")
            : texts.get(
                "drill.part",
                Map.of(
                    "n", formats.count(drill.receipts().size()),
                    "all", formats.count(list.map(Drill.Listed::count).orElse(0L)))));
    receipts.read(known);
    receipts.rows(drill.receipts());
    receipts.older(!drill.nextPage().isEmpty());
    cards.show(body, LIST);
    if (receipts.chosen().isEmpty()) {
      receipts.choose(0);
    }
    receipts.table().requestFocusInWindow();
  }

  /** "Senin lalu". */
  private String ofWeekAgo(Drill.Other other) {
    LocalDate date = LocalDate.parse(other.asked().businessDate());
    return texts.get("drill.weekAgo", Map.of("day", formats.weekday(date)));
  }

  /** "Struk Lajur 1, Senin lalu". */
  private String titled(Drill drill, boolean weekAgo) {
    String figure = texts.get(drill.title(), drill.named());
    if (!weekAgo) {
      return figure;
    }
    LocalDate date = LocalDate.parse(drill.asked().businessDate());
    return texts.get("drill.before", Map.of("figure", figure, "day", formats.weekday(date)));
  }

  private void show(ReceiptDetail detail) {
    SoldReceipt receipt = detail.receipt();
    Instant soldAt = Instant.ofEpochMilli(receipt.soldAtMs());
    title.setText(
        texts.get(
            "drill.of",
            Map.of(
                "number", receipt.number(),
                "day", formats.dayAndMonth(formats.day(soldAt)),
                "time", formats.time(soldAt),
                "operator", receipt.operatorName())));
    figure.setText(sum(receipt.totalMinor()));
    lines.about(new DataTable.About(title.getText(), storeName, ""));
    entry.about(
        new DataTable.About(
            texts.get("drill.entry", Map.of("of", title.getText())), storeName, ""));
    lines.rows(detail.lines());
    entry.rows(detail.entry());
    foot.setText(paid(detail));
    lines.table().requestFocusInWindow();
  }

  /**
   * @param lane whose basket it is, where it is followed
   */
  private void show(Replay replay, Optional<Drill.Followed> lane) {
    ticket.show(replay, ticketSide);
    ticketSide.end();
    figure.setText(
        lane.flatMap(Drill.Followed::basket)
            .map(basket -> sum(basket.totalMinor()))
            .or(() -> replay.sale().map(sale -> sum(sale.totalMinor())))
            .orElse(""));
    foot.setText(texts.get(lane.isPresent() ? "drill.basket.hint" : "drill.ticket.hint"));
    cards.show(body, TICKET);
    if (lane.isPresent()) {
      ticket.table().choose(replay.steps().size() - 1); // what was scanned last
    }
    ticket.table().table().requestFocusInWindow();
  }

  private void show(CashDocument document) {
    Instant at = Instant.ofEpochMilli(document.occurredAtMs());
    figure.setText(sum(document.amountMinor()));
    cashSide.begin(texts.get("incident." + document.kind()));
    cashSide.fact(word("lane"), document.terminal());
    cashSide.fact(word("soldAt"), formats.dayAndMonth(formats.day(at)) + " " + formats.time(at));
    if (document.zNumber() > 0) {
      cashSide.fact(texts.get("cash.z"), formats.count(document.zNumber()));
    }
    cashSide.fact(texts.get("cash.operator"), document.operatorName());
    if (!document.approverName().isEmpty()) {
      cashSide.fact(texts.get("cash.approver"), document.approverName());
    }
    if (!document.reason().isEmpty()) {
      cashSide.fact(texts.get("cash.reason"), document.reason());
    }
    cashSide.fact(
        texts.get(document.zNumber() > 0 ? "cash.difference" : "cash.amount"),
        sum(document.amountMinor()));
    cashSide.end();
    cashEntry.about(
        new DataTable.About(
            texts.get("drill.entry", Map.of("of", title.getText())),
            storeName,
            document.businessDate()));
    cashEntry.whenEmpty(texts.get("cash.none"));
    cashEntry.rows(document.entry());
    foot.setText(texts.get("drill.cash.hint"));
    cards.show(body, CASH);
    cashEntry.table().requestFocusInWindow();
  }

  private String sum(long minor) {
    return formats.moneyWithSign(minor);
  }

  /** "Tunai 50.000 · Kembali 7.500 · PPN 4.212". */
  private String paid(ReceiptDetail detail) {
    List<String> parts = new ArrayList<>();
    detail
        .tenders()
        .forEach(tender -> parts.add(tender.name() + " " + formats.money(tender.amountMinor())));
    add(parts, "drill.change", detail.changeMinor());
    add(parts, "drill.rounding", detail.roundingMinor());
    add(parts, "drill.tax", detail.taxMinor());
    return String.join("   ·   ", parts);
  }

  private void add(List<String> parts, String key, long minor) {
    if (minor != 0) {
      parts.add(texts.get(key) + " " + formats.money(minor));
    }
  }
}
