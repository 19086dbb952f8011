package id.lajur.backoffice.form;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;

/**
 * A list, and beside it the row that is marked or the fields of what is being done. The fields stay
 * as they are while rows come anew.
 *
 * @param <R> a row
 * @param <T> what can be done
 * @param <B> what is read beside the rows
 */
public final class ListFrame<R extends Keyed, T extends Enum<T>, B> extends JPanel {
  private final Contents<R, T, B> contents;
  private final String title;
  private final Formats formats;
  private final Texts own;
  private final Texts texts;
  private final DataTable<R> table;
  private final KeyedRows<R> rows;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final ListPane pane;
  private final KeyButton again;
  private final KeyButton save;
  private final KeyButton cancel;
  private Optional<Made<R, T, B>> made = Optional.empty();
  private Runnable saving = () -> {};

  /** What the side panel was made for. */
  private record Made<R, T, B>(Optional<T> task, Optional<R> row, B beside) {}

  /** What is a screen's own. */
  public interface Contents<R extends Keyed, T extends Enum<T>, B> {
    /** Of the list, from left to right. */
    List<Column<R>> columns();

    /** A row was opened from the list. */
    void opened();

    /** Tells of a row. */
    void facts(Side side, R row);

    /** What stands there while no row is marked. */
    String hint();

    /**
     * The keys of a list without a task.
     *
     * @param reload reads the rows anew
     */
    List<KeyButton> keys(Optional<R> marked, KeyButton reload);

    /**
     * Puts the fields of a task, and the focus into the first.
     *
     * @return keeps what stands in them
     */
    Runnable form(Side side, T task, ListState<R, T, B> state);

    /** Whether a task ends what nobody can begin again. */
    default boolean ends(T task) {
      return false;
    }

    /** The word of the way on, where a task does more than keep what was typed. */
    default Optional<String> way(T task) {
      return Optional.empty();
    }

    /** Whether a task is only looked at: there is no way on, and the rows can be read anew. */
    default boolean isLook(T task) {
      return false;
    }
  }

  /**
   * How a list is called.
   *
   * @param name by which its table is known
   * @param title of it in words
   * @param none what it says without a row; empty where there is always one, and few
   * @param side 0.3 = three tenths of the width are beside it
   */
  public record Names(String name, String title, String none, double side) {}

  /**
   * @param texts the sentences that the presenter asks for
   * @param store whose list it is, over a paper
   */
  public ListFrame(
      ListPresenter<R, T, B> presenter,
      Contents<R, T, B> contents,
      Names names,
      Texts texts,
      Formats formats,
      String store,
      TableChoices choices) {
    super(new BorderLayout());
    this.contents = contents;
    this.title = names.title();
    this.formats = formats;
    this.texts = texts;
    this.own = Texts.of(ListFrame.class, "form", formats.language());
    setOpaque(false);
    table =
        new DataTable<>(
            names.name(),
            new DataTable.About(names.title(), store, ""),
            contents.columns(),
            formats,
            choices);
    if (names.none().isEmpty()) {
      table.filterOnTyping();
    } else {
      table.whenEmpty(names.none());
    }
    table.onOpen(row -> contents.opened());
    rows = new KeyedRows<>(table, Keyed::key, presenter::choose);
    pane = new ListPane(table, side, names.side());
    again = KeyButton.f(5, own.get("again"), presenter::load);
    save = KeyButton.main("F12", "F12", own.get("save"), () -> saving.run());
    cancel =
        new KeyButton(KeyButton.Look.PLAIN, "Esc", "ESCAPE", own.get("cancel"), presenter::cancel);
    add(pane, BorderLayout.CENTER);
    presenter.unsaved().of(side::isTyped, presenter::giveUp);
    presenter
        .unsaved()
        .saves(
            () -> presenter.state().task().filter(presenter::keeps).isPresent(),
            () -> saving.run(),
            () -> presenter.state().progress().sending());
  }

  /** Shows a state. */
  public void show(ListState<R, T, B> state) {
    rows.show(state.rows(), state.chosen(), state.progress());
    var now = new Made<>(state.task(), state.marked(), state.beside());
    boolean typing =
        state.task().isPresent()
            && made.filter(before -> before.task().equals(now.task())).isPresent();
    if (!typing && !made.equals(Optional.of(now))) {
      boolean over = made.filter(before -> before.task().isPresent()).isPresent();
      made = Optional.of(now);
      make(state);
      if (over && state.task().isEmpty()) {
        rows.focus();
      }
    }
    Said.in(message, state.progress(), texts, formats);
    save.setEnabled(!state.progress().sending());
    again.setEnabled(!state.progress().sending());
  }

  private void make(ListState<R, T, B> state) {
    Optional<R> marked = state.marked();
    if (state.task().isPresent()) {
      T task = state.task().get();
      saving = contents.form(side, task, state);
      save.ends(contents.ends(task));
      save.setText(contents.way(task).orElse(own.get("save")));
      boolean look = contents.isLook(task);
      cancel.setText(own.get(look ? "back" : "cancel"));
      pane.keys(look ? List.of(again) : List.of(), look ? List.of(cancel) : List.of(cancel, save));
    } else {
      if (marked.isPresent()) {
        contents.facts(side, marked.get());
      } else {
        side.begin(title);
        side.text(contents.hint());
      }
      pane.keys(contents.keys(marked, again), List.of());
    }
    side.foot(message);
    side.end();
  }
}
