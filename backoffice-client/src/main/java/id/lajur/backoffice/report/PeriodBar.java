package id.lajur.backoffice.report;

import id.lajur.kit.format.Formats;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** When, and of what: periods by one key, dates typed, lane and department. */
final class PeriodBar extends JPanel {
  private static final int NARROW = 1_120;
  private static final String LANE = "growy, gapleft 12, wmin 120, wmax ";
  private static final String WIDE_LANE = "200";
  private static final String NARROW_LANE = "145"; // a department's name is the longer one

  private final ReportPresenter presenter;
  private final ReportWords words;
  private final Formats formats;
  private final Map<PeriodChoice, JToggleButton> choices = new EnumMap<>(PeriodChoice.class);
  private final ButtonGroup group = new ButtonGroup();
  private final JLabel fromLabel;
  private final JLabel toLabel;
  private final JTextField from = new JTextField(9);
  private final JTextField to = new JTextField(9);
  private final JComboBox<ReportActions.Choice> terminal;
  private final JComboBox<ReportActions.Choice> department;
  private final MigLayout choosing = new MigLayout("insets 0, gapx 8, hidemode 3", "", "[36!]");
  private final JPanel rest = new JPanel(choosing);
  private final MigLayout rows;
  private boolean narrow;
  private boolean showing;

  PeriodBar(ReportPresenter presenter, ReportWords words, Formats formats) {
    this.rows = new MigLayout("insets 10 12 10 12, gapx 16, gapy 8", "[][grow]", "");
    setLayout(rows);
    this.presenter = presenter;
    this.words = words;
    this.formats = formats;
    setOpaque(false);
    rest.setOpaque(false);
    var keys = new JPanel(new MigLayout("insets 0, gapx 8, hidemode 3", "", "[36!]"));
    keys.setOpaque(false);
    add(keys, "");
    add(rest, "growx, wmin 0");
    for (PeriodChoice choice :
        List.of(
            PeriodChoice.TODAY,
            PeriodChoice.YESTERDAY,
            PeriodChoice.THIS_WEEK,
            PeriodChoice.THIS_MONTH)) {
      var button = new JToggleButton(words.get("period." + choice));
      button.setName("report.period." + choice);
      button.setFont(Fonts.regular(15));
      button.addActionListener(event -> presenter.choose(choice));
      group.add(button);
      choices.put(choice, button);
      keys.add(button, "growy");
    }
    fromLabel = label(words.get("period.from"));
    toLabel = label(words.get("period.to"));
    rest.add(fromLabel, "");
    rest.add(date(from, "from"), "growy, w 112!");
    rest.add(toLabel, "");
    rest.add(date(to, "to"), "growy, w 112!");
    terminal = combo("terminal", presenter::terminal);
    department = combo("department", presenter::department);
    rest.add(terminal, LANE + WIDE_LANE);
    rest.add(department, "growy, wmin 120, wmax 220");
  }

  /** Dates and choices go below the periods where they do not fit beside them. */
  @Override
  public void setBounds(int x, int y, int width, int height) {
    super.setBounds(x, y, width, height);
    boolean now = width < NARROW;
    if (now != narrow) {
      narrow = now;
      choosing.setComponentConstraints(terminal, LANE + (now ? NARROW_LANE : WIDE_LANE));
      rows.setComponentConstraints(rest, now ? "newline, spanx, growx, wmin 0" : "growx, wmin 0");
      revalidate();
    }
  }

  private static JLabel label(String words) {
    var label = new JLabel(words);
    label.setFont(Fonts.regular(15));
    label.setForeground(Token.INK2.color());
    return label;
  }

  private JTextField date(JTextField field, String name) {
    field.setName("report." + name);
    field.putClientProperty("JTextField.placeholderText", words.get("period.hint"));
    field.putClientProperty("JTextField.selectAllOnFocusPolicy", "always");
    field.addActionListener(
        event -> presenter.typed(from.isVisible() ? from.getText() : "", to.getText()));
    return field;
  }

  private JComboBox<ReportActions.Choice> combo(String name, Consumer<String> chosen) {
    var combo = new JComboBox<ReportActions.Choice>();
    combo.setName("report." + name);
    combo.setRenderer(new ChoiceRenderer(words.get("filter." + name + ".all")));
    combo.getAccessibleContext().setAccessibleName(words.get("filter." + name));
    combo.addActionListener(
        event -> {
          if (!showing && combo.getSelectedItem() instanceof ReportActions.Choice choice) {
            chosen.accept(choice.code());
          }
        });
    return combo;
  }

  void show(ReportState state) {
    showing = true;
    boolean stock = state.kind().isStock();
    if (state.period() == PeriodChoice.DATES) {
      group.clearSelection();
    }
    choices.forEach(
        (choice, button) -> {
          button.setSelected(choice == state.period());
          button.setVisible(
              !stock || choice == PeriodChoice.TODAY || choice == PeriodChoice.YESTERDAY);
        });
    JToggleButton today = choices.get(PeriodChoice.TODAY);
    if (today != null) {
      today.setText(words.get(stock ? "period.stockNow" : "period.TODAY"));
    }
    fromLabel.setVisible(!stock);
    from.setVisible(!stock);
    toLabel.setText(words.get(stock ? "period.asOf" : "period.to"));
    text(from, formats.numericDate(state.from()));
    text(to, formats.numericDate(state.to()));
    fill(terminal, state.choices().terminals(), state.terminal());
    fill(department, state.choices().departments(), state.department());
    terminal.setVisible(state.kind().takesTerminal());
    department.setVisible(state.kind().takesDepartment() && state.behind() == null);
    showing = false;
  }

  /** What somebody types just now stays. */
  private static void text(JTextField field, String text) {
    if (!field.isFocusOwner() && !field.getText().equals(text)) {
      field.setText(text);
    }
  }

  private static void fill(
      JComboBox<ReportActions.Choice> combo, List<ReportActions.Choice> choices, String code) {
    var model = new DefaultComboBoxModel<ReportActions.Choice>();
    var all = new ReportActions.Choice("", "");
    model.addElement(all);
    ReportActions.Choice chosen = all;
    for (ReportActions.Choice choice : choices) {
      model.addElement(choice);
      if (choice.code().equals(code)) {
        chosen = choice;
      }
    }
    if (chosen.equals(all) && !code.isEmpty()) {
      chosen = new ReportActions.Choice(code, code); // sold nothing in this period
      model.addElement(chosen);
    }
    model.setSelectedItem(chosen);
    if (!same(combo, model)) {
      combo.setModel(model);
    }
  }

  private static boolean same(
      JComboBox<ReportActions.Choice> combo, DefaultComboBoxModel<ReportActions.Choice> model) {
    if (combo.getItemCount() != model.getSize()
        || !Objects.equals(combo.getSelectedItem(), model.getSelectedItem())) {
      return false;
    }
    for (int i = 0; i < model.getSize(); i++) {
      if (!model.getElementAt(i).equals(combo.getItemAt(i))) {
        return false;
      }
    }
    return true;
  }
}
