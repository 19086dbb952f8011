package id.lajur.backoffice.suppliers;

import id.lajur.backoffice.form.ListFrame;
import id.lajur.backoffice.form.ListState;
import id.lajur.backoffice.form.Nothing;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.suppliers.SuppliersPresenter.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The suppliers in a list; beside it the one that is marked, or the fields to change it. */
final class SuppliersView extends JPanel implements ListFrame.Contents<Supplier, Task, Nothing> {
  private static final double SIDE = 0.34;

  private final SuppliersPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final KeyButton create;
  private final KeyButton edit;
  private final ListFrame<Supplier, Task, Nothing> frame;

  SuppliersView(SuppliersPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(SuppliersView.class, "suppliers", formats.language());
    setOpaque(false);
    create = KeyButton.f(3, texts.get("create"), presenter::create);
    edit = KeyButton.f(4, texts.get("edit"), presenter::edit);
    var names = new ListFrame.Names("suppliers", texts.get("title"), texts.get("none"), SIDE);
    frame = new ListFrame<>(presenter, this, names, texts, formats, store, choices);
    add(frame, BorderLayout.CENTER);
  }

  @Override
  public List<Column<Supplier>> columns() {
    return List.of(
        Column.text("code", texts.get("column.code"), 90, Supplier::code),
        Column.text("name", texts.get("column.name"), 250, Supplier::name).wrapping(),
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

  void render(ListState<Supplier, Task, Nothing> state) {
    frame.show(state);
    boolean may = !state.progress().sending() && presenter.mayWrite();
    create.setEnabled(may);
    edit.setEnabled(may && state.marked().isPresent());
  }

  @Override
  public void opened() {
    presenter.edit();
  }

  @Override
  public String hint() {
    return texts.get(presenter.mayWrite() ? "hint" : "hint.readOnly");
  }

  @Override
  public List<KeyButton> keys(Optional<Supplier> marked, KeyButton reload) {
    return marked.isPresent() ? List.of(create, edit, reload) : List.of(create, reload);
  }

  @Override
  public void facts(Side side, Supplier supplier) {
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

  @Override
  public Runnable form(Side side, Task task, ListState<Supplier, Task, Nothing> state) {
    Optional<Supplier> read = task == Task.EDIT ? state.marked() : Optional.empty();
    side.begin(read.map(one -> one.code() + " " + one.name()).orElse(texts.get("create")));
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
    JCheckBox tax =
        side.box(
            "supplier.tax", texts.get("field.tax"), read.map(Supplier::chargesTax).orElse(false));
    if (read.isEmpty()) {
      side.text(texts.get("create.hint"));
    }
    boolean unused = (read.isEmpty() ? typedCode : name).requestFocusInWindow();
    return () ->
        presenter.save(
            read,
            new SuppliersPresenter.Typed(
                typedCode.getText(),
                name.getText(),
                address.getText(),
                taxNumber.getText(),
                terms.getText(),
                tax.isSelected()));
  }
}
