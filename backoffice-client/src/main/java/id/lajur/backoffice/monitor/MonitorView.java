package id.lajur.backoffice.monitor;

import id.lajur.backoffice.shell.Refusals;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.awt.event.HierarchyEvent;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractAction;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.Timer;

/** The monitor: its picture, and before it whatever a figure has opened. */
final class MonitorView extends JPanel {
  private static final String BOARD = "board";
  private static final String DRILL = "drill";
  private static final int SECOND_MS = 1_000;

  private final String storeName;
  private final Texts texts;
  private final Formats formats;
  private final InstantSource clock;
  private final CardLayout cards = new CardLayout();
  private final JPanel body = new JPanel(cards);
  private final MessageLine message = new MessageLine();
  private final Board board;
  private final DrillView drill;
  private MonitorState shown;

  /**
   * What stays the same while a monitor is shown.
   *
   * @param seesCost whether whoever watches may see what things cost
   */
  record Setting(String storeName, InstantSource clock, TableChoices choices, boolean seesCost) {}

  /**
   * @param whole it fills the screen
   */
  MonitorView(MonitorPresenter presenter, Setting setting, Formats formats, boolean whole) {
    super(new BorderLayout());
    this.storeName = setting.storeName();
    this.texts = Texts.of(MonitorView.class, "monitor", formats.language());
    this.formats = formats;
    this.clock = setting.clock();
    this.shown = presenter.state();
    this.board = new Board(presenter, this::picture, whole);
    this.drill = new DrillView(presenter, setting, texts, formats);
    body.setOpaque(false);
    body.add(board, BOARD);
    body.add(drill, DRILL);
    add(message, BorderLayout.NORTH);
    add(body, BorderLayout.CENTER);
    key("ESCAPE", () -> leadsBack(presenter.state()), presenter.drills()::back);
    key("F11", () -> true, () -> presenter.full(!presenter.state().full()));
    tick();
    render(shown);
  }

  private static boolean leadsBack(MonitorState state) {
    return state.drill().isPresent() || state.full();
  }

  /**
   * @param means whether the key means anything here now; else it is left to whatever else it means
   *     in the window
   */
  private void key(String stroke, BooleanSupplier means, Runnable act) {
    getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(stroke), stroke);
    getInputMap(WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(stroke), stroke);
    getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              @Override
              public boolean isEnabled() {
                return means.getAsBoolean();
              }

              @Override
              public void actionPerformed(ActionEvent event) {
                act.run();
              }
            });
  }

  /** How long something has waited grows while nothing comes. */
  private void tick() {
    var timer = new Timer(SECOND_MS, event -> board.repaint());
    addHierarchyListener(
        event -> {
          if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
            if (isShowing()) {
              timer.start();
            } else {
              timer.stop();
            }
          }
        });
  }

  private Shown picture() {
    return new Shown(shown, storeName, texts, formats, clock.instant());
  }

  /** What it shows now. */
  MonitorState shown() {
    return shown;
  }

  /** Shows a state; on the event thread. */
  void render(MonitorState state) {
    boolean newDrill = !state.drill().equals(shown.drill());
    boolean wasOpen = shown.drill().isPresent();
    shown = state;
    message.say(
        state.refusal().map(no -> Refusals.sentence(no, formats)).orElse(""),
        state.refusal().map(no -> no.code()).orElse(""),
        state.refusal().map(Refusals::tone).orElse(Tag.Tone.QUIET));
    if (state.drill().isPresent()) {
      if (newDrill || !wasOpen) {
        drill.show(state.drill().get());
      }
      cards.show(body, DRILL);
    } else {
      cards.show(body, BOARD);
      if (wasOpen) {
        board.requestFocusInWindow();
      }
      board.repaint();
    }
  }

  /** Puts the focus where keys are taken. */
  void focus() {
    board.requestFocusInWindow();
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Token.BG.color());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
