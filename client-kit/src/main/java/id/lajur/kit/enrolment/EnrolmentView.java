package id.lajur.kit.enrolment;

import static java.util.Locale.ROOT;

import id.lajur.kit.connection.ServerAddress;
import id.lajur.kit.enrolment.EnrolmentState.Phase;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import java.awt.Dimension;
import java.awt.Graphics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The steps on the left, on the right what is asked for. */
final class EnrolmentView extends JPanel {
  private static final int WIDE = 480;
  private static final int MOST_STORES = 4;

  private final EnrolmentPresenter presenter;
  private final StepsView steps = new StepsView();
  private final JPanel form = new JPanel();
  private final JTextField address = field("enrol.address");
  private final JTextField code = field("enrol.code");
  private final JTextField digits = field("enrol.digits");
  private final MessageLine message = new MessageLine();
  private Optional<Shown> shown = Optional.empty();

  /** What the form was made for. */
  private record Shown(Phase phase, Language language, Theme theme, List<FoundStore> found) {}

  EnrolmentView(EnrolmentPresenter presenter) {
    super(new MigLayout("insets 0, gap 0, fill", "[43%!,fill][grow,center]", "[grow,fill]"));
    this.presenter = presenter;
    address.addActionListener(event -> go());
    code.addActionListener(event -> digits.requestFocusInWindow());
    digits.addActionListener(event -> go());
    form.setOpaque(false);
    add(steps, "growx");
    add(form, "w " + WIDE + "!, aligny center");
  }

  private static JTextField field(String name) {
    var field = new JTextField();
    field.setName(name);
    field.setFont(Fonts.semiBold(24));
    return field;
  }

  private void go() {
    switch (presenter.state().phase()) {
      case SERVER -> presenter.server(address.getText());
      case CODE -> code();
      case DONE -> presenter.goOn();
    }
  }

  private void code() {
    if (code.getText().isBlank()) {
      code.requestFocusInWindow();
    } else if (digits.getText().isBlank()) {
      digits.requestFocusInWindow();
    } else {
      presenter.code(code.getText(), digits.getText());
    }
  }

  void show(EnrolmentState state) {
    Texts texts = Texts.of(EnrolmentView.class, "enrolment", state.language());
    var now = new Shown(state.phase(), state.language(), state.theme(), state.found());
    if (shown.filter(now::equals).isEmpty()) {
      boolean another = shown.map(Shown::phase).filter(state.phase()::equals).isEmpty();
      shown = Optional.of(now);
      if (another) {
        address.setText(state.address());
        code.setText("");
        digits.setText("");
      }
      make(state, texts);
    }
    steps.show(state.phase(), texts);
    say(state, texts);
    for (JTextField field : List.of(address, code, digits)) {
      field.setEnabled(!state.waiting());
    }
    if (!state.waiting()) {
      SwingUtilities.invokeLater(this::focus);
    }
  }

  private void say(EnrolmentState state, Texts texts) {
    if (state.refused().isPresent()) {
      CannotEnrol why = state.refused().get();
      String key = "refused." + why.reason();
      Map<String, String> facts = new HashMap<>(why.facts());
      facts.computeIfPresent("waitMs", (name, ms) -> seconds(ms));
      String sentence = texts.get(texts.has(key) ? key : "refused", facts);
      message.say(sentence, why.reason(), Tag.Tone.DANGER);
    } else if (state.waiting()) {
      message.say(texts.get("waiting"), "", Tag.Tone.INFO);
    } else if (state.phase() == Phase.DONE) {
      boolean training = state.taken().filter(Taken::training).isPresent();
      message.say(training ? texts.get("done.training") : "", "", Tag.Tone.WARN);
    } else {
      String lead = state.phase() == Phase.SERVER ? "server.lead" : "code.lead";
      message.say(texts.get(lead), "", Tag.Tone.INFO);
    }
  }

  /** As whole seconds, the last one counted. */
  private static String seconds(String ms) {
    return ms.matches("\\d{1,9}") ? Long.toString((Long.parseLong(ms) + 999) / 1_000) : ms;
  }

  private void focus() {
    JTextField first =
        switch (presenter.state().phase()) {
          case SERVER, DONE -> address;
          case CODE -> code.getText().isBlank() ? code : digits;
        };
    first.requestFocusInWindow();
  }

  private void make(EnrolmentState state, Texts texts) {
    form.removeAll();
    form.setLayout(new MigLayout("insets 0, gap 0, fillx, wrap 1, aligny center", "[fill]"));
    switch (state.phase()) {
      case SERVER -> server(state, texts);
      case CODE -> compare(state, texts);
      case DONE -> done(state, texts);
    }
    form.add(message, "gapbottom 22, hidemode 3");
    var keys = new JPanel(new MigLayout("insets 0, gap 10"));
    keys.setOpaque(false);
    if (state.phase() == Phase.CODE) {
      keys.add(plain("Esc", "ESCAPE", texts.get("back"), presenter::back));
    }
    keys.add(plain("F2", "F2", texts.get("language"), presenter::otherLanguage));
    String look = texts.get(state.theme() == Theme.DARK ? "light" : "dark");
    keys.add(plain("F3", "F3", look, presenter::otherTheme));
    form.add(keys);
    form.revalidate();
    form.repaint();
  }

  private void server(EnrolmentState state, Texts texts) {
    form.add(title(texts.get("server.title")), "gapbottom 22");
    List<FoundStore> found = state.found().subList(0, Math.min(MOST_STORES, state.found().size()));
    form.add(
        label(texts.get(found.isEmpty() ? "server.none" : "server.found"), address), "gapbottom 6");
    for (int i = 0; i < found.size(); i++) {
      form.add(store(i + 1, found.get(i)), "h 54!, gapbottom 8");
    }
    form.add(label(texts.get("server.address"), address), "gaptop 12");
    address.putClientProperty(
        "JTextField.placeholderText", "192.168.1.10:" + ServerAddress.USUAL_PORT);
    form.add(address, "h 58!, gapbottom 22");
    form.add(next(texts.get("server.go")), "h 62!, gapbottom 20");
  }

  private KeyButton store(int number, FoundStore store) {
    return plain(
        "Alt " + number,
        "alt " + number,
        store.name() + ", " + store.address(),
        () -> presenter.server(store.address().toString()));
  }

  private void compare(EnrolmentState state, Texts texts) {
    form.add(title(texts.get("code.title")), "gapbottom 8");
    form.add(label(state.address(), code), "gapbottom 14");
    form.add(fingerprint(state.fingerprint()), "gapbottom 18");
    form.add(label(texts.get("code.code"), code));
    form.add(code, "h 58!, gapbottom 14");
    form.add(label(texts.get("code.digits"), digits));
    form.add(digits, "h 58!, gapbottom 20");
    form.add(next(texts.get("code.go")), "h 62!, gapbottom 18");
  }

  /** Four rows of four groups, as the server's screens show it. */
  private static JComponent fingerprint(String groups) {
    var grid =
        new JPanel(new MigLayout("insets 14 20 14 20, gap 26 4, wrap 4", "[grow,fill]")) {
          @Override
          protected void paintComponent(Graphics g) {
            g.setColor(Token.RAISED.color());
            g.fillRoundRect(0, 0, getWidth(), getHeight(), 16, 16);
          }
        };
    grid.setOpaque(false);
    grid.setName("enrol.fingerprint");
    String[] all = groups.split("-", -1);
    for (int i = 0; i < all.length; i++) {
      var label = new JLabel(all[i], JLabel.CENTER);
      boolean asked = i == all.length - 1;
      label.setFont(asked ? Fonts.bold(22) : Fonts.regular(22));
      label.setForeground((asked ? Token.PRIMARY : Token.INK).color());
      grid.add(label);
    }
    grid.getAccessibleContext().setAccessibleName(groups.toUpperCase(ROOT));
    return grid;
  }

  private void done(EnrolmentState state, Texts texts) {
    state
        .taken()
        .ifPresent(
            taken -> {
              form.add(title(texts.get("done.title")), "gapbottom 10");
              var place = new JLabel(taken.terminal());
              place.setName("enrol.place");
              place.setFont(Fonts.bold(64));
              place.setForeground(Token.PRIMARY.color());
              form.add(place);
              form.add(label(taken.terminalName(), address), "gapbottom 4");
              form.add(label(taken.storeName(), address), "gapbottom 28");
            });
    form.add(next(texts.get("done.go")), "h 62!, gapbottom 20");
  }

  private KeyButton next(String word) {
    String stroke = presenter.state().phase() == Phase.DONE ? "ENTER" : "";
    return KeyButton.main("Enter", stroke, word, this::go);
  }

  private static JLabel title(String words) {
    var title = new JLabel(words);
    title.setFont(Fonts.bold(30));
    title.setMinimumSize(new Dimension(0, 0));
    return title;
  }

  private static KeyButton plain(String cap, String stroke, String word, Runnable act) {
    return new KeyButton(KeyButton.Look.PLAIN, cap, stroke, word, act);
  }

  private static JLabel label(String words, JComponent field) {
    var label = new JLabel(words);
    label.setFont(Fonts.semiBold(16));
    label.setForeground(Token.INK2.color());
    label.setLabelFor(field);
    label.setBorder(BorderFactory.createEmptyBorder(0, 0, 6, 0));
    return label;
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Token.BG.color());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
