package id.lajur.backoffice.shell;

import id.lajur.backoffice.shell.OfficeState.Phase;
import id.lajur.kit.connection.LinkState;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.BusyLine;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.Logo;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Road;
import id.lajur.kit.widget.Tag;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Before work: the shop on the left, number and PIN on the right; also after a while away. */
final class SignOnPane extends JPanel {
  private static final int WIDE = 480;

  private final OfficePresenter presenter;
  private final Shop shop;
  private final JPanel form = new JPanel();
  private final JTextField number = new JTextField();
  private final JPasswordField pin = new JPasswordField();
  private final JPasswordField again = new JPasswordField();
  private final MessageLine message = new MessageLine();
  private final BusyLine line = new BusyLine();
  private final Runnable giveUp;
  private Optional<KeyButton> main = Optional.empty();
  private Optional<KeyButton> other = Optional.empty();
  private Optional<KeyButton> cancel = Optional.empty();
  private Optional<Awaited.Kind> awaited = Optional.empty(); // what has gone for a second
  private Runnable sayAgain = () -> {}; // of the last state
  private Optional<Shown> shown = Optional.empty();

  /** What the form was made for. */
  private record Shown(Phase phase, Texts texts, Theme theme) {}

  /**
   * @param giveUp gives up what is awaited
   */
  SignOnPane(OfficePresenter presenter, InstantSource clock, Runnable giveUp) {
    super(new MigLayout("insets 0, gap 0, fill", "[43%!,fill][grow,center]", "[grow,fill]"));
    this.presenter = presenter;
    this.giveUp = giveUp;
    this.shop = new Shop(clock);
    number.setName("signon.number");
    pin.setName("signon.pin");
    again.setName("signon.again");
    for (JTextField field : new JTextField[] {number, pin, again}) {
      field.setFont(Fonts.semiBold(26));
    }
    pin.addActionListener(event -> go());
    again.addActionListener(event -> go());
    number.addActionListener(event -> pin.requestFocusInWindow());
    form.setOpaque(false);
    add(shop, "growx");
    add(form, "w " + WIDE + "!, aligny center");
  }

  private void go() {
    String typed = taken(pin);
    if (shown.map(Shown::phase).filter(Phase.NEW_PIN::equals).isPresent()) {
      presenter.newPin(typed, taken(again));
      pin.requestFocusInWindow();
    } else if (number.getText().isBlank()) {
      number.requestFocusInWindow();
    } else {
      presenter.signOn(number.getText().strip(), typed);
    }
  }

  /** What was typed; the field is empty afterwards. */
  private static String taken(JPasswordField field) {
    char[] typed = field.getPassword();
    String text = new String(typed);
    Arrays.fill(typed, '\0');
    field.setText("");
    return text;
  }

  void show(OfficeState state, Texts texts, Formats formats) {
    var now = new Shown(state.phase(), texts, state.theme());
    if (shown.filter(now::equals).isEmpty()) {
      shown = Optional.of(now);
      number.setText(state.number());
      make(state, texts);
    }
    shop.show(state, texts);
    sayAgain = () -> say(state, texts, formats);
    say(state, texts, formats);
    number.setEnabled(!state.waiting() && state.phase() == Phase.SIGNED_OFF);
    pin.setEditable(!state.waiting()); // the focus stays, so that Esc is heard
    if (!state.waiting()) {
      focus();
    }
  }

  /** Shows what is awaited: a line where it is not quick, after a second a word and its key. */
  void awaits(Waits waits) {
    line.busy(isShowing() && waits.isAny());
    if (!awaited.equals(waits.said())) {
      awaited = waits.said();
      sayAgain.run();
    }
  }

  private void say(OfficeState state, Texts texts, Formats formats) {
    boolean isLong = state.waiting() && awaited.isPresent();
    boolean ends = isLong && awaited.filter(Awaited.Kind::canBeGivenUp).isPresent();
    boolean refused = state.refused().isPresent();
    String sentence =
        state
            .refused()
            .map(why -> Refusals.sentence(why, formats))
            .orElseGet(
                () ->
                    texts.get(
                        ends
                            ? "signon.waiting.long"
                            : isLong
                                ? "wait." + awaited.get()
                                : state.waiting()
                                    ? "signon.waiting"
                                    : state.note().orElse(lead(state))));
    Tag.Tone tone =
        refused ? Tag.Tone.DANGER : state.note().isPresent() ? Tag.Tone.WARN : Tag.Tone.INFO;
    message.say(sentence, state.refused().map(why -> why.code()).orElse(""), tone);
    // One key, one meaning: while an answer can be given up, Esc does that.
    other.ifPresent(key -> key.setVisible(!ends));
    other.ifPresent(key -> key.setEnabled(!state.waiting()));
    main.ifPresent(key -> key.setEnabled(!state.waiting()));
    cancel.ifPresent(key -> key.setVisible(ends));
  }

  private static String lead(OfficeState state) {
    return state.phase() == Phase.NEW_PIN ? "signon.newPin.lead" : "signon.lead";
  }

  /** The next field to type in. */
  void focus() {
    JTextField field = number.isEnabled() && number.getText().isEmpty() ? number : pin;
    field.requestFocusInWindow();
  }

  private void make(OfficeState state, Texts texts) {
    form.removeAll();
    form.setLayout(new MigLayout("insets 0, gap 0, fillx, wrap 1, aligny center", "[fill]"));
    boolean newPin = state.phase() == Phase.NEW_PIN;
    boolean locked = state.phase() == Phase.LOCKED;
    String head = newPin ? "signon.newPin.title" : "signon.title";
    var title = new JLabel(texts.get(locked ? "signon.locked.title" : head));
    title.setFont(Fonts.bold(32));
    form.add(title, "gapbottom 28");
    if (newPin) {
      form.add(label(texts.get("signon.newPin"), pin));
      form.add(pin, "h 60!, gapbottom 18");
      form.add(label(texts.get("signon.newPin.again"), again));
      form.add(again, "h 60!, gapbottom 26");
    } else {
      form.add(label(texts.get("signon.number"), number));
      form.add(number, "h 60!, gapbottom 18");
      form.add(label(texts.get("signon.pin"), pin));
      form.add(pin, "h 60!, gapbottom 26");
    }
    String go = texts.get(locked ? "signon.locked.go" : "signon.go");
    KeyButton enters = KeyButton.main("Enter", "", go, this::go);
    enters.setName("signon.go");
    main = Optional.of(enters);
    form.add(enters, "h 62!");
    form.add(line, "h 3!, gaptop 9, gapbottom 10");
    form.add(message, "gapbottom 26");
    var keys = new JPanel(new MigLayout("insets 0, gap 10, hidemode 3"));
    keys.setOpaque(false);
    keys.add(plain("F2", texts.get("signon.language"), presenter::otherLanguage));
    keys.add(
        plain(
            "F3",
            texts.get(state.theme() == Theme.DARK ? "signon.light" : "signon.dark"),
            presenter::otherTheme));
    other =
        locked || newPin
            ? Optional.of(plain("Esc", "ESCAPE", texts.get("signon.other"), presenter::someoneElse))
            : Optional.empty();
    other.ifPresent(keys::add);
    KeyButton giving = plain("Esc", "ESCAPE", texts.get("wait.giveUp"), giveUp);
    giving.setName("signon.giveUp");
    cancel = Optional.of(giving);
    keys.add(giving);
    form.add(keys);
    form.revalidate();
    form.repaint();
  }

  private static KeyButton plain(String key, String word, Runnable act) {
    return plain(key, key, word, act);
  }

  private static KeyButton plain(String cap, String stroke, String word, Runnable act) {
    return new KeyButton(KeyButton.Look.PLAIN, cap, stroke, word, act);
  }

  private static JComponent label(String words, JComponent field) {
    var label = new JLabel(words);
    label.setFont(Fonts.semiBold(16));
    label.setForeground(Token.INK2.color());
    label.setLabelFor(field);
    label.setBorder(javax.swing.BorderFactory.createEmptyBorder(0, 0, 6, 0));
    return label;
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Token.BG.color());
    g.fillRect(0, 0, getWidth(), getHeight());
  }

  /** The shop, this desk, and whether the server is there. */
  private static final class Shop extends JComponent {
    private final InstantSource clock;
    private Optional<OfficeState> state = Optional.empty();
    private Optional<Texts> texts = Optional.empty();

    Shop(InstantSource clock) {
      this.clock = clock;
    }

    void show(OfficeState newState, Texts newTexts) {
      state = Optional.of(newState);
      texts = Optional.of(newTexts);
      repaint();
    }

    @Override
    protected void paintComponent(Graphics g) {
      Graphics2D own = (Graphics2D) g.create();
      try {
        var draw = new Draw(own);
        draw.fill(Token.PANEL, 0, 0, getWidth(), getHeight());
        state.ifPresent(shown -> texts.ifPresent(words -> paint(draw, shown, words)));
      } finally {
        own.dispose();
      }
    }

    private void paint(Draw draw, OfficeState shown, Texts words) {
      float room = getWidth() - 96f;
      Logo.paint(draw.graphics(), 48, 48, 40);
      float unused = draw.text("Lajur", Fonts.semiBold(34), Token.ON_PANEL, 104, 80);
      unused = draw.name(shown.store().name(), Fonts.semiBold(24), Token.ON_PANEL, 48, 150, room);
      unused =
          draw.name(shown.store().address(), Fonts.regular(17), Token.ON_PANEL2, 48, 180, room);
      unused = draw.text(words.get("signon.desk"), Fonts.regular(21), Token.ON_PANEL2, 48, 270);
      Font large = Draw.fitting(shown.store().desk(), 64, room);
      float desk = draw.name(shown.store().desk(), large, Token.ON_PANEL, 46, 338, room);
      float y = getHeight() - 110f;
      boolean well = shown.link() == LinkState.GOOD;
      Icon.SERVER.paint(draw.graphics(), Token.ON_PANEL2.color(), 52, y - 10, 22);
      Font font = Fonts.regular(17);
      float end =
          draw.text(
              words.get(well ? "signon.server" : "signon.serverAway"),
              font,
              Token.ON_PANEL,
              88,
              Draw.middle(font, y + 1));
      Icon sign = well ? Icon.CHECK : Icon.WARNING;
      sign.paint(
          draw.graphics(),
          well ? Token.ON_PANEL2.color() : Token.AMBER.color(),
          end + 16,
          y - 8,
          17);
      Formats formats = shown.store().formats(shown.language());
      String now =
          formats.dayAndDate(formats.day(clock.instant())) + ", " + formats.time(clock.instant());
      float widest = Math.max(end + 33, draw.text(now, font, Token.ON_PANEL2, 52, y + 42));
      if (shown.store().training()) {
        widest = Math.max(widest, training(draw, words.get("signon.training"), widest, y + 70));
      }
      int left = Math.round(widest) + 16;
      int top = desk < getWidth() * 0.65f ? 200 : 360; // below the shop, or the desk's name too
      Road.paint(
          draw.graphics(),
          getWidth(),
          new Rectangle(left, top, Math.max(0, getWidth() - left), getHeight() - top));
    }

    /** In as many rows as keep it from the road; returns where the longest ends. */
    private static float training(Draw draw, String words, float widest, float first) {
      Font bold = Fonts.semiBold(16);
      float end = 0;
      float y = first;
      for (String row : Draw.wrapped(words, bold, Math.max(240, widest - 52))) {
        end = Math.max(end, draw.text(row, bold, Token.AMBER.color(), 52, y));
        y += 22;
      }
      return end;
    }
  }
}
