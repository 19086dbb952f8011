package id.lajur.backoffice.receiving;

import id.lajur.backoffice.form.NewDepartment;
import java.util.List;
import java.util.OptionalLong;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;

/** An unknown barcode becomes an item in a few fields. */
final class NewItemForm extends SideForm {
  private final ReceivingPresenter presenter;
  private final JTextField name = new JTextField();
  private final JComboBox<NamedCode> department = choice();
  private final JComboBox<NamedCode> taxClass = choice();
  private final JTextField barcode = new JTextField();
  private final JTextField unit = new JTextField("pcs");
  private final JTextField price = new JTextField();
  private final JTextField packUnit = new JTextField();
  private final JTextField packSize = new JTextField();
  private final JTextField packBarcode = new JTextField();
  private final JCheckBox expiry;
  private final NewDepartment newDepartment;
  private String awaited = "";
  private ReceivingActions.Choices shown = new ReceivingActions.Choices(List.of(), List.of());

  NewItemForm(ReceivingPresenter presenter, Words words, boolean mayPrice) {
    super(words, "form.item");
    this.presenter = presenter;
    this.expiry = new JCheckBox(words.get("form.item.expiry"));
    expiry.setOpaque(false);
    put("form.item.name", name);
    pair("form.item.department", department, "form.item.tax", taxClass);
    newDepartment =
        new NewDepartment(
            new NewDepartment.Words(
                words.get("form.item.newDepartment"),
                words.get("form.item.code"),
                words.get("form.item.departmentName"),
                words.get("form.item.makeDepartment")),
            this::makeDepartment);
    newDepartment.setVisible(false);
    add(newDepartment, "wmin 0, gapbottom 6");
    put("form.item.barcode", barcode);
    pair("form.item.unit", unit, "form.item.price", price);
    pair("form.item.packUnit", packUnit, "form.item.packSize", packSize);
    put("form.item.packBarcode", packBarcode);
    price.setEnabled(mayPrice);
    add(expiry);
    ways("form.item.on", this::make, presenter::back);
  }

  /** Fills it when it comes up, with the code that nobody knew. */
  void begin(String unknown) {
    for (JTextField field : new JTextField[] {name, price, packUnit, packSize, packBarcode}) {
      field.setText("");
    }
    barcode.setText(unknown);
    awaited = "";
    newDepartment.done();
    unit.setText("pcs");
    expiry.setSelected(false);
  }

  void choices(ReceivingActions.Choices choices) {
    if (shown.equals(choices)) {
      return;
    }
    shown = choices;
    Object taxed = taxClass.getSelectedItem();
    Object chosen = department.getSelectedItem();
    department.removeAllItems();
    choices.departments().forEach(department::addItem);
    taxClass.removeAllItems();
    choices.taxClasses().forEach(taxClass::addItem);
    if (choices.taxClasses().stream().anyMatch(one -> one.equals(taxed))) {
      taxClass.setSelectedItem(taxed);
    }
    Object stays =
        choices.departments().stream()
            .filter(one -> one.code().equals(awaited))
            .findFirst()
            .map(Object.class::cast)
            .orElse(chosen);
    if (choices.departments().stream().anyMatch(one -> one.equals(stays))) {
      department.setSelectedItem(stays);
    }
    if (stays instanceof NamedCode made && made.code().equals(awaited)) {
      awaited = "";
      newDepartment.done();
    }
  }

  /** Whoever may write the catalogue may make a department without leaving the delivery. */
  void mayMakeDepartments(boolean may) {
    newDepartment.setVisible(may);
  }

  private void makeDepartment(String code, String name) {
    awaited = code;
    presenter
        .goods()
        .newDepartment(
            code, name, taxClass.getSelectedItem() instanceof NamedCode taxed ? taxed.code() : "");
  }

  void focus() {
    name.requestFocusInWindow();
  }

  private void make() {
    NamedCode in = (NamedCode) department.getSelectedItem();
    NamedCode taxed = (NamedCode) taxClass.getSelectedItem();
    if (name.getText().isBlank()) {
      missing("form.item.name", name);
      return;
    }
    if (in == null || taxed == null) {
      missing("form.item.department", department);
      return;
    }
    OptionalLong sells = words().formats().parseMoney(price.getText());
    if (!price.getText().isBlank() && (sells.isEmpty() || sells.getAsLong() < 0)) {
      missing("form.item.price", price);
      return;
    }
    boolean packed = !packUnit.getText().isBlank();
    OptionalLong size = words().formats().parseQuantity(packSize.getText());
    if (packed && (size.isEmpty() || size.getAsLong() <= 1000)) {
      missing("form.item.packSize", packSize);
      return;
    }
    presenter
        .goods()
        .make(
            new NewGoods(
                name.getText().strip(),
                in.code(),
                taxed.code(),
                unit.getText().strip(),
                barcode.getText().strip(),
                sells.isPresent() ? (Long) sells.getAsLong() : null,
                packUnit.getText().strip(),
                packed ? size.orElse(0) : 0,
                packed ? packBarcode.getText().strip() : "",
                expiry.isSelected()));
  }

  private void missing(String what, JComponent field) {
    presenter.goods().unreadable(words().get(what));
    field.requestFocusInWindow();
  }
}
