package id.lajur.backoffice.people;

import id.lajur.backoffice.people.RoleInfo.Limit;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/**
 * Every permission there is, in groups: what a role has and how far it goes, or boxes to change it.
 * In two columns where there is room.
 */
final class PermissionGrid extends JPanel {
  private static final int TWO_COLUMNS_FROM = 620;

  private final Texts texts;
  private final Formats formats;
  private final Map<String, JCheckBox> boxes = new LinkedHashMap<>();
  private final Map<Limit, JTextField> fields = new EnumMap<>(Limit.class);
  private int columns;

  private PermissionGrid(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
    setOpaque(false);
    layOut(1);
  }

  /** What a role may. */
  static PermissionGrid told(RoleInfo role, List<String> all, Texts texts, Formats formats) {
    var grid = new PermissionGrid(texts, formats);
    grid.fill(all, (permission, group) -> group.add(grid.line(role, permission), "growx"));
    return grid;
  }

  /** What a role is to be allowed. */
  static PermissionGrid asked(RoleInfo role, List<String> all, Texts texts, Formats formats) {
    var grid = new PermissionGrid(texts, formats);
    grid.fill(all, (permission, group) -> grid.box(role, permission, group));
    return grid;
  }

  private interface Line {
    void put(String permission, JPanel group);
  }

  private void fill(List<String> all, Line line) {
    for (PermissionGroup group : PermissionGroup.values()) {
      List<String> members = group.among(all);
      if (members.isEmpty()) {
        continue;
      }
      var panel = new JPanel(new MigLayout("insets 0, wrap 1, fillx, gapy 3", "[grow,fill]"));
      panel.setOpaque(false);
      panel.setName("permissions." + group);
      var head = new JLabel(texts.get("group." + group));
      head.setFont(Fonts.bold(16));
      panel.add(head, "gapbottom 2");
      members.forEach(permission -> line.put(permission, panel));
      add(panel, "growx, wmin 0, aligny top");
    }
  }

  private String words(String permission) {
    String key = "permission." + permission;
    return texts.has(key) ? texts.get(key) : permission;
  }

  private JComponent line(RoleInfo role, String permission) {
    boolean has = role.permissions().contains(permission);
    String limit =
        Limit.beside(permission)
            .filter(beside -> has)
            .flatMap(
                beside ->
                    Optional.ofNullable(role.limits().get(beside)).map(most -> upTo(beside, most)))
            .orElse("");
    return new PermissionLine(words(permission), limit, has);
  }

  private String upTo(Limit limit, long most) {
    String figure = LimitText.write(limit.unit(), Optional.of(most), formats);
    return texts.get("limit.upTo." + limit.unit(), Map.of("most", figure));
  }

  private void box(RoleInfo role, String permission, JPanel group) {
    var box = new JCheckBox(words(permission), role.permissions().contains(permission));
    box.setName("role." + permission);
    box.setFont(Fonts.regular(16));
    box.setOpaque(false);
    boxes.put(permission, box);
    Optional<Limit> limit = Limit.beside(permission);
    if (limit.isEmpty()) {
      group.add(box, "wmin 0, h 30!");
      return;
    }
    var field =
        new JTextField(
            LimitText.write(
                limit.get().unit(), Optional.ofNullable(role.limits().get(limit.get())), formats));
    field.setName("limit." + limit.get());
    field.setFont(Fonts.regular(16));
    field.setHorizontalAlignment(JTextField.RIGHT);
    field.putClientProperty("JTextField.placeholderText", texts.get("limit.none"));
    field.setToolTipText(texts.get("limit.hint." + limit.get().unit()));
    field.setEnabled(box.isSelected());
    box.addActionListener(event -> field.setEnabled(box.isSelected()));
    fields.put(limit.get(), field);
    var row = new JPanel(new MigLayout("insets 0, fillx, gapx 8", "[grow,fill][128!,fill][26!]"));
    row.setOpaque(false);
    row.add(box, "wmin 0");
    row.add(field, "h 34!");
    var unit = new JLabel(texts.get("limit.unit." + limit.get().unit()));
    unit.setFont(Fonts.regular(15));
    unit.setForeground(Token.INK2.color());
    row.add(unit);
    group.add(row, "growx, wmin 0");
  }

  /** What is ticked. */
  Set<String> ticked() {
    Set<String> ticked = new TreeSet<>();
    boxes.forEach(
        (permission, box) -> {
          if (box.isSelected()) {
            ticked.add(permission);
          }
        });
    return ticked;
  }

  /** What stands in the fields of limits. */
  Map<Limit, String> limits() {
    Map<Limit, String> typed = new EnumMap<>(Limit.class);
    fields.forEach((limit, field) -> typed.put(limit, field.getText()));
    return typed;
  }

  private void layOut(int wanted) {
    if (columns != wanted) {
      columns = wanted;
      setLayout(
          new MigLayout(
              "insets 0, fillx, gapx 28, gapy 14, wrap " + wanted,
              "[grow,fill,sg]".repeat(wanted)));
      for (var child : List.of(getComponents())) {
        add(child, "growx, wmin 0, aligny top");
      }
    }
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    layOut(width >= TWO_COLUMNS_FROM ? 2 : 1);
    super.setBounds(x, y, width, height);
  }
}
