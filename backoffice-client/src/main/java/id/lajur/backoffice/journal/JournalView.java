package id.lajur.backoffice.journal;

import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.journal.JournalState.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The journal in a list with the marked entry beside it; or a ticket, step by step. */
final class JournalView extends JPanel {
  private static final double SIDE = 0.34;
  private static final String LIST = "list";
  private static final String TICKET = "ticket";

  private final JournalPresenter presenter;
  private final Formats formats;
  private final JournalWords words;
  private final Texts texts;
  private final CardLayout cards = new CardLayout();
  private final JPanel lists = new JPanel(cards);
  private final DataTable<Entry> table;
  private final KeyedRows<Entry> rows;
  private final TicketSteps steps;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final ListPane pane;
  private final KeyButton search;
  private final KeyButton reload;
  private final KeyButton replay;
  private final KeyButton receipt;
  private final KeyButton go;
  private final KeyButton back;
  private Optional<Made> made = Optional.empty();
  private Runnable going = () -> {};

  /** What the side panel was made for. */
  private record Made(Optional<Task> task, Optional<Entry> entry, Optional<Replay> replay) {}

  JournalView(JournalPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.words = new JournalWords(formats);
    this.texts = words.texts();
    setOpaque(false);
    table =
        new DataTable<>(
            "journal",
            new DataTable.About(texts.get("title"), store, ""),
            columns(),
            formats,
            choices);
    table.whenEmpty(texts.get("none"));
    table.onOpen(entry -> presenter.replayEntry());
    table.onOlder(presenter::older);
    rows = new KeyedRows<>(table, Entry::key, presenter::choose);
    steps = new TicketSteps(formats, store, choices);
    lists.setOpaque(false);
    lists.add(table, LIST);
    lists.add(steps.table(), TICKET);
    pane = new ListPane(lists, side, SIDE);
    search = KeyButton.f(4, texts.get("search"), presenter::search);
    reload = KeyButton.f(5, texts.get("reload"), presenter::load);
    replay = KeyButton.f(6, texts.get("replay"), presenter::replayEntry);
    receipt = KeyButton.f(7, texts.get("receipt"), presenter::receipt);
    go = KeyButton.main("F12", "F12", texts.get("search.go"), () -> going.run());
    back = new KeyButton(KeyButton.Look.PLAIN, "Esc", "ESCAPE", texts.get("back"), presenter::back);
    add(pane, BorderLayout.CENTER);
  }

  private List<Column<Entry>> columns() {
    return List.of(
        Column.code("at", texts.get("column.at"), 172, entry -> words.moment(entry.at())),
        Column.code("terminal", texts.get("column.terminal"), 84, Entry::terminal),
        Column.text("kind", texts.get("column.kind"), 200, entry -> words.kind(entry.kind())),
        Column.text("operator", texts.get("column.operator"), 190, Entry::operator).yielding(1),
        Column.<Entry>of(
                "amount",
                texts.get("column.amount"),
                Kind.MONEY,
                96,
                entry -> entry.amount().orElse(null))
            .atFirstHidden(),
        Column.<Entry>text("reason", texts.get("column.reason"), 160, Entry::reason)
            .atFirstHidden());
  }

  void render(JournalState state) {
    rows.show(state.entries(), state.chosen(), state.progress());
    boolean busy = state.progress().loading() || state.progress().sending();
    var now = new Made(state.task(), state.entry(), state.replay());
    boolean typing =
        state.task().isPresent()
            && made.filter(before -> before.task().equals(now.task())).isPresent();
    if (!typing && !made.equals(Optional.of(now))) {
      boolean over =
          made.filter(before -> before.task().isPresent() || before.replay().isPresent())
              .isPresent();
      made = Optional.of(now);
      make(state);
      if (over && state.task().isEmpty() && state.replay().isEmpty()) {
        rows.focus();
      }
    }
    Said.in(message, state.progress(), texts, formats);
    table.older(!state.next().isEmpty());
    replay.setEnabled(
        !busy && state.entry().filter(entry -> !entry.subjectId().isEmpty()).isPresent());
    go.setEnabled(!busy);
  }

  private void make(JournalState state) {
    cards.show(lists, state.replay().isPresent() ? TICKET : LIST);
    if (state.task().isPresent()) {
      if (state.task().get() == Task.SEARCH) {
        search(state.search());
      } else {
        receipt();
      }
      pane.keys(List.of(), List.of(back, go));
    } else if (state.replay().isPresent()) {
      steps.show(state.replay().get(), side);
      pane.keys(List.of(receipt), List.of(back));
    } else {
      if (state.entry().isPresent()) {
        facts(state.entry().get());
      } else {
        side.begin(texts.get("title"));
        side.text(texts.get("hint"));
      }
      pane.keys(List.of(search, reload, replay, receipt), List.of());
    }
    side.foot(message);
    side.end();
  }

  private void facts(Entry entry) {
    side.begin(words.kind(entry.kind()));
    side.fact(texts.get("column.at"), words.moment(entry.at()));
    side.fact(texts.get("column.terminal"), entry.terminal() + " #" + entry.number());
    fact("column.operator", entry.operator());
    fact("column.approved", entry.approvedBy());
    fact("about", entry.about());
    entry
        .amount()
        .ifPresent(amount -> side.fact(texts.get("amount"), formats.moneyWithSign(amount)));
    told("column.before", words.value(entry.kind(), entry.before()));
    told("column.after", words.value(entry.kind(), entry.after()));
    told("column.reason", entry.reason());
  }

  private void fact(String key, String value) {
    if (!value.isEmpty()) {
      side.fact(texts.get(key), value);
    }
  }

  /** What may need more rows than one. */
  private void told(String key, String value) {
    if (!value.isEmpty()) {
      side.heading(texts.get(key));
      side.text(value);
    }
  }

  private void search(Search last) {
    side.begin(texts.get("search.title"));
    JTextField person = side.field("journal.person", texts.get("search.person"), last.person());
    JTextField terminal =
        side.field(
            "journal.terminal",
            texts.get("search.terminal"),
            last.terminal(),
            texts.get("search.terminal.example"));
    List<String> kinds = new ArrayList<>(List.of(""));
    kinds.addAll(words.kinds());
    JComboBox<String> kind =
        side.choice(
            "journal.kind",
            texts.get("column.kind"),
            kinds,
            last.kind(),
            one -> one.isEmpty() ? texts.get("search.all") : words.kind(one));
    JComboBox<Search.Period> period =
        side.choice(
            "journal.period",
            texts.get("search.period"),
            List.of(Search.Period.values()),
            last.period(),
            one -> texts.get("period." + one));
    go.setText(texts.get("search.go"));
    going =
        () ->
            presenter.find(
                person.getText(),
                terminal.getText(),
                kind.getSelectedItem() instanceof String chosen ? chosen : "",
                period.getSelectedItem() instanceof Search.Period chosen
                    ? chosen
                    : Search.Period.ALL);
    boolean unused = person.requestFocusInWindow();
  }

  private void receipt() {
    side.begin(texts.get("receipt"));
    side.text(texts.get("receipt.hint"));
    JTextField number =
        side.field(
            "journal.receipt",
            texts.get("receipt.number"),
            "",
            texts.get("receipt.number.example"));
    go.setText(texts.get("receipt.go"));
    going = () -> presenter.replay(number.getText());
    boolean unused = number.requestFocusInWindow();
  }
}
