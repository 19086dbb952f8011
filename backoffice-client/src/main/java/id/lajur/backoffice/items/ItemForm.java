package id.lajur.backoffice.items;

import id.lajur.backoffice.form.FieldValues;
import id.lajur.backoffice.form.NewDepartment;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The fields of an item, its units and their barcodes. */
final class ItemForm extends JPanel {
  private static final List<Items.Policy> POLICIES = List.of(Items.Policy.values());

  private final Formats formats;
  private final Texts texts;
  private final boolean mayWrite;
  private final JTextField code = new JTextField();
  private final JTextField name = new JTextField();
  private final JComboBox<String> department = new JComboBox<>();
  private final JComboBox<String> category = new JComboBox<>();
  private final JComboBox<String> taxClass = new JComboBox<>();
  private final JTextField blocked = new JTextField();
  private final JComboBox<String> policy = new JComboBox<>();
  private final JCheckBox weighed = new JCheckBox();
  private final JCheckBox noDiscount = new JCheckBox();
  private final JCheckBox noReturn = new JCheckBox();
  private final JCheckBox asksExpiry = new JCheckBox();
  private final JPanel packs =
      new JPanel(new MigLayout("insets 0, gap 6 4, wrap 3", "[90!][80!][grow,fill]"));
  private final JButton addPack = new JButton();
  private final List<Pack> rows = new ArrayList<>();
  private Optional<Items.Sheet> shown = Optional.empty();
  private List<Object> atFirst = List.of();
  private List<String> departments = List.of();
  private List<String> taxClasses = List.of();
  private final NewDepartment newDepartment;
  private Items.Choices offered = Items.Choices.NONE;
  private String awaited = "";

  /** One unit as it is typed. */
  private record Pack(Items.Unit unit, JTextField name, JTextField factor, JTextField barcodes) {}

  /** Makes a department. */
  @FunctionalInterface
  interface DepartmentMaker {
    void make(String code, String name, String taxClass);
  }

  ItemForm(Formats formats, Texts texts, boolean mayWrite, DepartmentMaker maker) {
    super(new MigLayout("insets 8 0 8 4, gap 12 6, wrap 2", "[grow,fill,sg][grow,fill,sg]", ""));
    this.formats = formats;
    this.texts = texts;
    this.mayWrite = mayWrite;
    setOpaque(false);
    packs.setOpaque(false);
    POLICIES.forEach(each -> policy.addItem(texts.get("policy." + each.name())));
    named(code, "item.code");
    named(name, "item.name");
    named(blocked, "item.blocked");
    named(asksExpiry, "item.asksExpiry");
    labelled("form.name", name, "span 2");
    labelled("form.code", code, "");
    labelled("form.category", category, "");
    labelled("form.department", department, "");
    labelled("form.tax", taxClass, "");
    newDepartment =
        new NewDepartment(
            new NewDepartment.Words(
                texts.get("form.newDepartment"),
                texts.get("form.code"),
                texts.get("form.departmentName"),
                texts.get("form.makeDepartment")),
            (typedCode, typedName) -> {
              awaited = typedCode;
              maker.make(typedCode, typedName, chosenTax());
            });
    if (mayWrite) {
      add(newDepartment, "span 2, wmin 0");
    }
    labelled("form.blocked", blocked, "");
    labelled("form.policy", policy, "");
    flag(weighed, "form.weighed");
    flag(noDiscount, "form.noDiscount");
    flag(noReturn, "form.noReturn");
    flag(asksExpiry, "form.asksExpiry");
    category.setEditable(true);
    var head = new JLabel(texts.get("form.units"));
    head.setFont(Fonts.semiBold(16));
    add(head, "span 2, gaptop 10");
    add(packs, "span 2");
    addPack.setText(texts.get("form.addPack"));
    addPack.addActionListener(event -> morePacks());
    add(addPack, "span 2, growx 0");
    setEnabled(mayWrite);
  }

  private static void named(JComponent field, String name) {
    field.setName(name);
  }

  private void labelled(String word, JComponent field, String how) {
    var both = new JPanel(new MigLayout("insets 0, gap 2, wrap 1, fillx", "[grow,fill]"));
    both.setOpaque(false);
    var label = new JLabel(texts.get(word));
    label.setFont(Fonts.regular(15));
    label.setForeground(Token.INK2.color());
    label.setLabelFor(field);
    field.setEnabled(mayWrite);
    both.add(label);
    both.add(field, "wmin 0, h 36!");
    add(both, how + (how.isEmpty() ? "" : ", ") + "wmin 0");
  }

  private void flag(JCheckBox box, String word) {
    box.setText(texts.get(word));
    box.setOpaque(false);
    box.setEnabled(mayWrite);
    add(box, "");
  }

  /** Whether something stands in the fields that was not read. */
  boolean isTyped() {
    return mayWrite && !FieldValues.in(this).equals(atFirst);
  }

  /** Shows an item. */
  void fill(ItemsState.Card card, Items.Choices choices) {
    Items.Sheet item = card.read().item();
    shown = Optional.of(item);
    offered = choices;
    awaited = "";
    newDepartment.done();
    code.setText(item.code());
    code.setEnabled(mayWrite && card.isNew());
    name.setText(item.name());
    name.setCaretPosition(0);
    category.removeAllItems();
    choices.categories().forEach(category::addItem);
    category.setSelectedItem(item.category());
    departments = choose(department, choices.departments(), item.department());
    taxClasses = choose(taxClass, choices.taxClasses(), item.taxClass());
    blocked.setText(item.blockedReason());
    policy.setSelectedIndex(Math.max(0, POLICIES.indexOf(item.policy())));
    weighed.setSelected(item.weighed());
    noDiscount.setSelected(item.noDiscount());
    noReturn.setSelected(item.noReturn());
    asksExpiry.setSelected(item.asksExpiry());
    rows.clear();
    packs.removeAll();
    for (String word : List.of("form.unit", "form.factor", "form.barcodes")) {
      var head = new JLabel(texts.get(word));
      head.setFont(Fonts.regular(15));
      head.setForeground(Token.INK3.color());
      packs.add(head);
    }
    boolean fixed = card.read().factorsFixed();
    item.units().forEach(unit -> pack(unit, fixed));
    addPack.setVisible(mayWrite);
    atFirst = FieldValues.in(this);
    revalidate();
    repaint();
  }

  /** What an item may be put into has changed meanwhile; what is filled in stays. */
  void offer(Items.Choices choices) {
    if (choices.equals(offered) || shown.isEmpty()) {
      return;
    }
    offered = choices;
    boolean typed = isTyped();
    boolean made = choices.departments().stream().anyMatch(one -> one.code().equals(awaited));
    String taxed = chosenTax();
    departments =
        choose(
            department,
            choices.departments(),
            made ? awaited : departments.get(Math.max(0, department.getSelectedIndex())));
    taxClasses = choose(taxClass, choices.taxClasses(), taxed);
    if (made) {
      awaited = "";
      newDepartment.done();
    }
    if (!typed) {
      atFirst = FieldValues.in(this);
    }
  }

  private String chosenTax() {
    return taxClasses.isEmpty() ? "" : taxClasses.get(Math.max(0, taxClass.getSelectedIndex()));
  }

  /** The codes behind a box, the one that is chosen among them. */
  private static List<String> choose(
      JComboBox<String> box, List<Items.Choice> choices, String chosen) {
    List<String> codes = new ArrayList<>(choices.stream().map(Items.Choice::code).toList());
    box.removeAllItems();
    choices.forEach(choice -> box.addItem(choice.name()));
    if (!codes.contains(chosen)) {
      codes.add(chosen);
      box.addItem(chosen);
    }
    box.setSelectedIndex(codes.indexOf(chosen));
    return codes;
  }

  private void pack(Items.Unit unit, boolean fixed) {
    var row =
        new Pack(
            unit,
            new JTextField(unit.name()),
            new JTextField(unit.factorMilli() == 0 ? "" : formats.quantity(unit.factorMilli())),
            new JTextField(String.join(" ", unit.barcodes())));
    boolean base = unit.isBase();
    row.name().setEnabled(mayWrite);
    row.factor().setEnabled(mayWrite && !base && (!fixed || unit.number() == null));
    row.barcodes().setEnabled(mayWrite);
    row.barcodes().setCaretPosition(0);
    rows.add(row);
    packs.add(row.name(), "growx");
    packs.add(row.factor(), "growx");
    packs.add(row.barcodes(), "wmin 0");
  }

  private void morePacks() {
    pack(new Items.Unit(null, "dus", 0, List.of(), null, List.of()), false);
    packs.revalidate();
    rows.get(rows.size() - 1).factor().requestFocusInWindow();
  }

  /** The item as it is filled in; the server judges it. Nothing where none is shown. */
  Optional<Items.Sheet> filled() {
    return shown.map(
        item ->
            new Items.Sheet(
                code.getText().strip(),
                name.getText().strip(),
                departments.get(Math.max(0, department.getSelectedIndex())),
                String.valueOf(category.getEditor().getItem()).strip(),
                taxClasses.get(Math.max(0, taxClass.getSelectedIndex())),
                weighed.isSelected(),
                noDiscount.isSelected(),
                noReturn.isSelected(),
                asksExpiry.isSelected(),
                blocked.getText().strip(),
                POLICIES.get(Math.max(0, policy.getSelectedIndex())),
                rows.stream().map(this::unit).toList()));
  }

  private Items.Unit unit(Pack row) {
    List<String> barcodes =
        Arrays.stream(row.barcodes().getText().strip().split("[\\s,;]+"))
            .filter(each -> !each.isEmpty())
            .toList();
    return new Items.Unit(
        row.unit().number(),
        row.name().getText().strip(),
        formats.parseQuantity(row.factor().getText().strip()).orElse(0),
        barcodes,
        row.unit().priceMinor(),
        row.unit().coming());
  }
}
