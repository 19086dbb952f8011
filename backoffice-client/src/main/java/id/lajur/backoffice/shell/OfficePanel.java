package id.lajur.backoffice.shell;

import id.lajur.backoffice.shell.OfficeState.Phase;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import id.lajur.kit.window.ToolkitWords;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * The window's contents: sign-on, or rail, title and the open place. Screens are made when they are
 * first opened, and kept until somebody else signs on.
 */
public final class OfficePanel extends JPanel {
  private final OfficePresenter presenter;
  private final Function<SignedOn, Desk> desks;
  private final List<Place> places;
  private final CardLayout cards = new CardLayout();
  private final SignOnPane signOn;
  private final Rail rail;
  private final TitleBar title;
  private final JPanel body = new JPanel(new BorderLayout());
  private final JPanel work = new JPanel(new BorderLayout());
  private final MessageLine fault = new MessageLine();
  private final Map<String, OpenPlace> open = new HashMap<>();
  private Texts texts;
  private Optional<OfficeState> shown = Optional.empty();
  private Optional<SignedOn> owner = Optional.empty();
  private Optional<JComponent> help = Optional.empty();
  private Optional<UnsavedCard> question = Optional.empty();
  private @Nullable Component focusBefore; // where one was typing when asked

  /** The screens of one place, for one person. */
  private static final class OpenPlace {
    private final List<Place.Tab> tabs;
    private final List<Screen> screens;
    private JComponent component;
    private final Map<Integer, JComponent> besideOf = new HashMap<>();
    private @Nullable JTabbedPane pane;
    private boolean isOpen;

    OpenPlace(List<Place.Tab> tabs, List<Screen> screens) {
      this.tabs = tabs;
      this.screens = screens;
      this.component = new JPanel();
    }

    int at() {
      return pane == null ? 0 : Math.max(0, pane.getSelectedIndex());
    }
  }

  /**
   * @param desks makes what each screen is given, once somebody has signed on
   * @param waits what those desks await
   */
  public OfficePanel(
      OfficePresenter presenter, Function<SignedOn, Desk> desks, InstantSource clock, Waits waits) {
    this(presenter, desks, clock, waits, Places.ALL);
  }

  OfficePanel(
      OfficePresenter presenter,
      Function<SignedOn, Desk> desks,
      InstantSource clock,
      Waits waits,
      List<Place> places) {
    this.presenter = presenter;
    this.desks = desks;
    this.places = places;
    this.texts = texts(presenter.state().language());
    this.signOn = new SignOnPane(presenter, clock, waits::giveUp);
    this.rail = new Rail(texts, this::go);
    this.title = new TitleBar(clock, waits::giveUp);
    waits.watch(
        () -> {
          title.awaits(waits, texts);
          signOn.awaits(waits);
        });
    setLayout(cards);
    body.setOpaque(false);
    work.setOpaque(false);
    work.add(rail, BorderLayout.LINE_START);
    var right = new JPanel(new BorderLayout());
    right.setOpaque(false);
    right.add(title, BorderLayout.NORTH);
    right.add(body, BorderLayout.CENTER);
    fault.setName("fault");
    quiet();
    right.add(fault, BorderLayout.SOUTH);
    work.add(right, BorderLayout.CENTER);
    add(signOn, Phase.SIGNED_OFF.name());
    add(work, Phase.AT_WORK.name());
    key("F1", this::toggleHelp);
    key("ctrl L", presenter::lock);
    key("ctrl Q", () -> leaving(presenter::signOff));
    key("ctrl shift L", () -> leaving(presenter::otherLanguage));
    key("ctrl shift T", () -> leaving(presenter::otherTheme));
    for (int at = 0; at < places.size(); at++) {
      String place = places.get(at).key();
      key("alt " + (at + 1), () -> go(place));
    }
  }

  /**
   * Ctrl + and Ctrl - show everything larger and smaller, Ctrl 0 as large as at first.
   *
   * @param wanted told 1, -1 and 0
   */
  void onSize(IntConsumer wanted) {
    for (String plus : List.of("PLUS", "ADD", "EQUALS", "shift EQUALS")) {
      key("ctrl " + plus, () -> wanted.accept(1));
    }
    for (String minus : List.of("MINUS", "SUBTRACT")) {
      key("ctrl " + minus, () -> wanted.accept(-1));
    }
    for (String zero : List.of("0", "NUMPAD0")) {
      key("ctrl " + zero, () -> wanted.accept(0));
    }
  }

  /** Says that something has failed that no screen says, and under which id it is written. */
  void fault(String id) {
    fault.say(texts.get("fault"), ServerRefusal.PROGRAM_FAULT + " \u00b7 " + id, Tag.Tone.DANGER);
  }

  private void quiet() {
    fault.say("", "", Tag.Tone.QUIET);
  }

  private static Texts texts(Language language) {
    return Texts.of(OfficePanel.class, "shell", language);
  }

  private void key(String stroke, Runnable act) {
    work.getInputMap(WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(stroke), stroke);
    work.getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                if (work.isShowing()) {
                  act.run();
                }
              }
            });
  }

  private void go(String place) {
    places.stream()
        .filter(
            each ->
                each.key().equals(place) && presenter.state().who().filter(each::isFor).isPresent())
        .findFirst()
        .filter(each -> !each.key().equals(presenter.state().place()))
        .ifPresent(each -> leaving(() -> presenter.go(each.key())));
  }

  /**
   * Does what leads away from the open screen: at once, or after a question where something that is
   * typed would be lost.
   */
  void leaving(Runnable act) {
    screen().ifPresentOrElse(here -> here.unsaved().before(act), act);
  }

  /** The one that is shown, while somebody is at work. */
  private Optional<Screen> screen() {
    return presenter.state().phase() == Phase.AT_WORK
        ? Optional.ofNullable(open.get(presenter.state().place())).map(entered::get)
        : Optional.empty();
  }

  private void ask(Screen screen) {
    question.ifPresent(
        card -> {
          getRootPane().getLayeredPane().remove(card);
          getRootPane().getLayeredPane().repaint();
          Optional.ofNullable(focusBefore).ifPresent(Component::requestFocusInWindow);
        });
    question = Optional.empty();
    if (screen.unsaved().isAsking()) {
      closeHelp();
      focusBefore = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
      var card = new UnsavedCard(screen.unsaved(), texts);
      JLayeredPane layers = getRootPane().getLayeredPane();
      card.setBounds(0, 0, getWidth(), getHeight());
      layers.add(card, JLayeredPane.MODAL_LAYER);
      layers.revalidate();
      layers.repaint();
      question = Optional.of(card);
      card.focus();
    }
  }

  /** Leads to one thing on the first screen of a place; on the event thread. */
  void go(String place, String what) {
    go(place);
    OpenPlace here = open.get(place);
    if (here != null && presenter.state().place().equals(place)) {
      if (here.pane != null) {
        here.pane.setSelectedIndex(0);
      }
      here.screens.get(0).show(what);
    }
  }

  /** Shows a state; on the event thread. */
  public void render(OfficeState state) {
    Optional<OfficeState> before = shown;
    shown = Optional.of(state);
    boolean otherTheme = before.map(OfficeState::theme).filter(state.theme()::equals).isEmpty();
    boolean otherLanguage =
        before.map(OfficeState::language).filter(state.language()::equals).isEmpty();
    if (otherTheme && before.isPresent()) {
      state.theme().install();
    }
    if (otherLanguage) {
      texts = texts(state.language());
      ToolkitWords.speak(state.language());
    }
    Formats formats = state.store().formats(state.language());
    if (state.phase() != Phase.AT_WORK) {
      closeHelp();
      leaveAll();
      if (state.phase() == Phase.SIGNED_OFF) {
        forget();
      }
      signOn.show(state, texts, formats);
      cards.show(this, Phase.SIGNED_OFF.name());
      signOn.focus();
      return;
    }
    SignedOn who = state.who().orElseThrow();
    if (owner.filter(person -> person.number().equals(who.number())).isEmpty()) {
      forget();
    }
    owner = Optional.of(who);
    if (otherLanguage || otherTheme) {
      open.values().forEach(each -> view(each, formats));
    }
    work(state, formats);
    cards.show(this, Phase.AT_WORK.name());
  }

  private void work(OfficeState state, Formats formats) {
    OpenPlace here = place(state, formats);
    rail.show(places, state, texts);
    if (body.getComponentCount() == 0 || body.getComponent(0) != here.component) {
      closeHelp();
      quiet();
      open.values().stream().filter(each -> each != here).forEach(this::leave);
      body.removeAll();
      body.add(here.component, BorderLayout.CENTER);
      body.revalidate();
      body.repaint();
    }
    if (!here.isOpen) {
      enter(here);
    }
    titled(state, here);
  }

  private void titled(OfficeState state, OpenPlace here) {
    String words = state.place().isEmpty() ? "" : texts.get("title." + state.place());
    title.show(state, texts, words, here.besideOf.get(here.at()));
  }

  private OpenPlace place(OfficeState state, Formats formats) {
    return open.computeIfAbsent(
        state.place(),
        key -> {
          Desk desk = desks.apply(state.who().orElseThrow());
          List<Place.Tab> tabs =
              places.stream()
                  .filter(each -> each.key().equals(key))
                  .flatMap(each -> each.tabs().stream())
                  .filter(tab -> desk.who().may(tab.permission()))
                  .toList();
          var made = new OpenPlace(tabs, tabs.stream().map(tab -> tab.make().apply(desk)).toList());
          made.screens.forEach(screen -> screen.unsaved().watch(() -> ask(screen)));
          view(made, formats);
          return made;
        });
  }

  /** Makes the views of a place anew. */
  private void view(OpenPlace place, Formats formats) {
    int at = place.at();
    place.besideOf.clear();
    if (place.screens.size() == 1) {
      place.component = place.screens.get(0).view(formats);
      beside(place, 0);
      return;
    }
    var pane =
        new JTabbedPane() {
          @Override
          public void setSelectedIndex(int index) {
            if (index == getSelectedIndex()) {
              super.setSelectedIndex(index);
            } else {
              leaving(() -> super.setSelectedIndex(index));
            }
          }
        };
    pane.setName("tabs");
    pane.putClientProperty("JTabbedPane.tabHeight", 44);
    for (int i = 0; i < place.screens.size(); i++) {
      pane.addTab(texts.get("tab." + place.tabs.get(i).key()), place.screens.get(i).view(formats));
      beside(place, i);
    }
    if (at < pane.getTabCount()) {
      pane.setSelectedIndex(at);
    }
    place.pane = pane;
    place.component = pane;
    pane.addChangeListener(
        event -> {
          closeHelp();
          leave(place);
          enter(place);
          shown.ifPresent(state -> titled(state, place));
        });
  }

  private static void beside(OpenPlace place, int at) {
    JComponent component = place.screens.get(at).besideTitle();
    if (component != null) {
      place.besideOf.put(at, component);
    }
  }

  private final Map<OpenPlace, Screen> entered = new HashMap<>();

  private void enter(OpenPlace place) {
    if (place.screens.isEmpty()) {
      return;
    }
    Screen screen = place.screens.get(place.at());
    place.isOpen = true;
    entered.put(place, screen);
    screen.opened();
  }

  private void leave(OpenPlace place) {
    Screen screen = entered.remove(place);
    if (screen != null) {
      screen.left();
    }
    place.isOpen = false;
  }

  private void leaveAll() {
    open.values().forEach(this::leave);
  }

  /** The screens were somebody else's. */
  private void forget() {
    leaveAll();
    open.clear();
    body.removeAll();
    owner = Optional.empty();
  }

  private void toggleHelp() {
    if (help.isPresent()) {
      closeHelp();
      return;
    }
    JLayeredPane layers = getRootPane().getLayeredPane();
    JComponent card = HelpCard.of(work, texts);
    var size = card.getPreferredSize();
    int width = Math.min(size.width + 40, getWidth() - 40);
    int height = Math.min(size.height, getHeight() - 80);
    card.setBounds(getWidth() - width - 20, TitleBar.BAR_HEIGHT + 14, width, height);
    card.getInputMap(WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke("ESCAPE"), "close");
    card.getActionMap()
        .put(
            "close",
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                closeHelp();
              }
            });
    layers.add(card, JLayeredPane.PALETTE_LAYER);
    layers.revalidate();
    layers.repaint();
    help = Optional.of(card);
  }

  private void closeHelp() {
    help.ifPresent(
        card -> {
          var parent = card.getParent();
          if (parent != null) {
            parent.remove(card);
            parent.repaint();
          }
        });
    help = Optional.empty();
  }

  /** The minute may be another one. */
  void tick() {
    title.tick();
    signOn.repaint();
  }

  /** The theme the panel has been shown in. */
  Theme theme() {
    return shown.map(OfficeState::theme).orElse(Theme.LIGHT);
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Token.BG.color());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
