package id.lajur.backoffice.suppliers;

import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.suppliers.SuppliersState.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The suppliers in a list; beside it the one that is marked, or the fields to change it. */
final class SuppliersView extends JPanel {
  private static final double SIDE = 0.34;

  private final SuppliersPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final DataTable<Supplier> table;
  private final KeyedRows<Supplier> rows;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final ListPane pane;
  private final KeyButton save;
  private final KeyButton cancel;
  private final KeyButton create;
  private final KeyButton edit;
  private final KeyButton again;
  private Optional<Made> made = Optional.empty();
  private Runnable saving = () -> {};

  /** What the side panel was made for. */
  private record Made(Optional<Task> task, Optional<Supplier> supplier) {}

  SuppliersView(SuppliersPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(SuppliersView.class, "suppliers", formats.language());
    setOpaque(false);
    table = new DataTable<>("suppliers", columns(), formats, choices);
    table.whenEmpty(texts.get("none"));
    table.about(new DataTable.About(texts.get("title"), store, ""));
    table.onOpen(supplier -> presenter.edit());
    rows = new KeyedRows<>(table, Supplier::code, presenter::choose);
    pane = new ListPane(table, side, SIDE);
    create = KeyButton.f(3, texts.get("create"), presenter::create);
    edit = KeyButton.f(4, texts.get("edit"), presenter::edit);
    again = KeyButton.f(5, texts.get("again"), presenter::load);
    save = KeyButton.main("F12", "F12", texts.get("save"), () -> saving.run());
    cancel =
        new KeyButton(
            KeyButton.Look.PLAIN, "Esc", "ESCAPE", texts.get("cancel"), presenter::cancel);
    add(pane, BorderLayout.CENTER);
    presenter.unsaved().of(side::isTyped, presenter::giveUp);
    presenter
        .unsaved()
        .saves(
            () -> presenter.state().task().isPresent(),
            () -> saving.run(),
            () -> presenter.state().progress().sending());
  }

  private List<Column<Supplier>> columns() {
    return List.of(
        Column.text("code", texts.get("column.code"), 90, Supplier::code),
        Column.text("name", texts.get("column.name"), 250, Supplier::name),
        Column.of("terms", texts.get("column.terms"), Kind.COUNT, 125, Supplier::termsDays),
        Column.text("tax", texts.get("column.tax"), 76, this::tax),
        Column.<Supplier>text("address", texts.get("column.address"), 240, Supplier::address)
            .atFirstHidden(),
        Column.<Supplier>text("taxNumber", texts.get("column.taxNumber"), 190, Supplier::taxNumber)
            .atFirstHidden());
  }

  private String tax(Supplier supplier) {
    return texts.get(supplier.chargesTax() ? "tax.yes" : "tax.no");
  }

  void render(SuppliersState state) {
    rows.show(state.suppliers(), state.chosen());
    table.busy(state.progress().loading() || state.progress().sending());
    var now = new Made(state.task(), state.supplier());
    boolean typed =
        made.filter(before -> before.task().equals(now.task())).isPresent()
            && state.task().isPresent();
    if (!made.equals(Optional.of(now)) && !typed) {
      boolean over = made.filter(before -> before.task().isPresent()).isPresent();
      made = Optional.of(now);
      make(state);
      if (over && state.task().isEmpty()) {
        rows.focus();
      }
    }
    Said.in(message, state.progress(), texts, formats);
    boolean free = !state.progress().sending();
    save.setEnabled(free);
    create.setEnabled(free && presenter.mayWrite());
    edit.setEnabled(free && presenter.mayWrite() && state.supplier().isPresent());
    again.setEnabled(free);
  }

  private void make(SuppliersState state) {
    Optional<Supplier> supplier = state.supplier();
    if (state.task().isPresent()) {
      form(state.task().get() == Task.EDIT ? supplier : Optional.empty());
      pane.keys(List.of(), List.of(cancel, save));
    } else if (supplier.isPresent()) {
      facts(supplier.get());
      pane.keys(List.of(create, edit, again), List.of());
    } else {
      side.begin(texts.get("title"));
      side.text(texts.get(presenter.mayWrite() ? "hint" : "hint.readOnly"));
      pane.keys(List.of(create, again), List.of());
    }
    side.foot(message);
    side.end();
  }

  private void facts(Supplier supplier) {
    side.begin(supplier.name());
    side.fact(texts.get("column.code"), supplier.code());
    side.fact(texts.get("fact.terms"), terms(supplier.termsDays()));
    side.fact(texts.get("column.tax"), tax(supplier));
    if (!supplier.taxNumber().isEmpty()) {
      side.fact(texts.get("column.taxNumber"), supplier.taxNumber());
    }
    side.heading(texts.get("column.address"));
    side.text(supplier.address().isEmpty() ? texts.get("address.none") : supplier.address());
  }

  private String terms(int days) {
    return days == 0
        ? texts.get("terms.cash")
        : texts.get("terms.days", Map.of("days", formats.count(days)));
  }

  private void form(Optional<Supplier> read) {
    side.begin(read.map(one -> one.code() + "  " + one.name()).orElse(texts.get("create")));
    var code = new JTextField(read.map(Supplier::code).orElse(""));
    if (read.isEmpty()) {
      code = side.field("supplier.code", texts.get("column.code"), "");
    }
    JTextField typedCode = code;
    JTextField name =
        side.field("supplier.name", texts.get("column.name"), read.map(Supplier::name).orElse(""));
    JTextField address =
        side.field(
            "supplier.address",
            texts.get("column.address"),
            read.map(Supplier::address).orElse(""));
    JTextField terms =
        side.field(
            "supplier.terms",
            texts.get("field.terms"),
            read.map(one -> Integer.toString(one.termsDays())).orElse(""));
    JTextField taxNumber =
        side.field(
            "supplier.taxNumber",
            texts.get("column.taxNumber"),
            read.map(Supplier::taxNumber).orElse(""));
    var tax = new JCheckBox(texts.get("field.tax"));
    tax.setName("supplier.tax");
    tax.setFont(Fonts.regular(16));
    tax.setOpaque(false);
    tax.setSelected(read.map(Supplier::chargesTax).orElse(false));
    side.below(tax, "gaptop 14");
    if (read.isEmpty()) {
      side.text(texts.get("create.hint"));
    }
    saving =
        () ->
            presenter.save(
                read,
                new SuppliersPresenter.Typed(
                    typedCode.getText(),
                    name.getText(),
                    address.getText(),
                    taxNumber.getText(),
                    terms.getText(),
                    tax.isSelected()));
    boolean unused = (read.isEmpty() ? typedCode : name).requestFocusInWindow();
  }
}
