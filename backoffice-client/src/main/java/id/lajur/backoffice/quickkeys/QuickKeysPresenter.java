package id.lajur.backoffice.quickkeys;

import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Arranges quick keys in pages; nothing reaches the lanes before it is saved. */
final class QuickKeysPresenter {
  private static final int LEAST_LETTERS = 2;

  private final QuickKeysActions actions;
  private final Shown<QuickKeysState> shown;
  private final Unsaved unsaved = new Unsaved();
  private final Set<String> asked = new HashSet<>();
  private String writing = ""; // what is being typed into, so that a word is one change
  private String searched = "";

  QuickKeysPresenter(QuickKeysActions actions, Executor ui) {
    this.actions = actions;
    this.shown = new Shown<>(QuickKeysState.FIRST, ui);
    unsaved.of(() -> state().isChanged(), this::giveUp);
    unsaved.saves(() -> true, this::save, () -> state().progress().sending());
  }

  QuickKeysState state() {
    return shown.now();
  }

  void in(Consumer<QuickKeysState> view) {
    shown.in(
        state -> {
          view.accept(state);
          unsaved.look();
        });
  }

  Unsaved unsaved() {
    return unsaved;
  }

  /** Reads the pages; what was arranged and not saved stays. */
  void load() {
    if (!state().isChanged()) {
      read();
    }
  }

  /** Reads the pages anew, after asking where that would lose something. */
  void reload() {
    unsaved.before(this::read);
  }

  private void read() {
    shown.change(state -> state.with(state.progress().asks()));
    shown.after(
        actions.pages(),
        pages -> {
          shown.change(state -> state.read(pages).with(state.progress().has()));
          pictures();
        },
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  private void giveUp() {
    shown.change(state -> state.read(state.saved()));
  }

  private void pictures() {
    for (Page page : state().pages()) {
      for (Key key : page.keys()) {
        if (!key.picture().isEmpty() && asked.add(key.picture())) {
          shown.after(
              actions.picture(key.picture()),
              content -> came(key.picture(), content),
              refusal -> asked.remove(key.picture()));
        }
      }
    }
  }

  private void came(String name, byte[] content) {
    Map<String, byte[]> all = new HashMap<>(state().pictures());
    all.put(name, content);
    shown.change(state -> state.showing(Map.copyOf(all)));
  }

  void open(int page) {
    if (page >= 0 && page < state().pages().size() && page != state().open()) {
      writing = "";
      shown.change(state -> state.at(page, 0));
    }
  }

  /** Marks a place. */
  void choose(int place) {
    if (place >= 0 && place < Page.PLACES && place != state().place()) {
      writing = "";
      shown.change(state -> state.at(state.open(), place));
    }
  }

  /**
   * A new page behind the open one.
   *
   * @param name until it gets its own
   */
  void addPage(String name) {
    if (state().pages().size() >= Pages.MOST) {
      shown.change(state -> state.with(state.progress().wrong("wrong.pages")));
      return;
    }
    int at = state().pages().isEmpty() ? 0 : state().open() + 1;
    List<Page> next = new ArrayList<>(state().pages());
    next.add(at, new Page(name, List.of()));
    change(next, "");
    shown.change(state -> state.at(at, 0));
  }

  void removePage() {
    if (state().page().isPresent()) {
      List<Page> next = new ArrayList<>(state().pages());
      next.remove(state().open());
      change(next, "");
    }
  }

  /**
   * The open page goes to another place among the pages.
   *
   * @param steps -1 = before the one before it
   */
  void movePage(int steps) {
    int from = state().open();
    int to = from + steps;
    if (state().page().isEmpty() || to < 0 || to >= state().pages().size()) {
      return;
    }
    List<Page> next = new ArrayList<>(state().pages());
    next.add(to, next.remove(from));
    change(next, "");
    shown.change(state -> state.at(to, state.place()));
  }

  void rename(String name) {
    if (name.length() <= Page.MOST_NAME) {
      changePage(page -> page.named(name), "name");
    }
  }

  void label(String label) {
    if (label.length() <= Key.MOST_LABEL) {
      changeKey(key -> key.labelled(label), "label");
    }
  }

  void colour(int rgb) {
    changeKey(key -> key.coloured(rgb).showing(""), "");
  }

  void removeKey() {
    int place = state().place();
    changePage(page -> page.without(place), "");
  }

  /** A key goes to another place; one that stands there comes to its own. */
  void move(int from, int to) {
    if (to < 0 || to >= Page.PLACES || from == to) {
      return;
    }
    if (state().page().flatMap(page -> page.key(from)).isPresent()) {
      changePage(page -> page.moved(from, to), "");
      choose(to);
    }
  }

  private void changeKey(UnaryOperator<Key> how, String typing) {
    int place = state().place();
    changePage(
        page -> page.key(place).map(key -> page.with(how.apply(key))).orElse(page),
        typing.isEmpty() ? "" : typing + place);
  }

  private void changePage(UnaryOperator<Page> how, String typing) {
    state()
        .page()
        .ifPresent(
            page -> {
              List<Page> next = new ArrayList<>(state().pages());
              next.set(state().open(), how.apply(page));
              change(next, typing);
            });
  }

  private void change(List<Page> next, String typing) {
    if (state().progress().sending() || next.equals(state().pages())) {
      return;
    }
    boolean goesOn = !typing.isEmpty() && typing.equals(writing);
    writing = typing;
    shown.change(state -> state.changed(next, goesOn));
  }

  void undo() {
    if (!state().progress().sending()) {
      writing = "";
      shown.change(QuickKeysState::undone);
    }
  }

  /** Looks for items by a part of their name or their code; the newest question counts. */
  void search(String text) {
    String wanted = text.strip();
    searched = wanted;
    if (wanted.length() < LEAST_LETTERS) {
      shown.change(state -> state.finding(List.of()));
      return;
    }
    shown.after(
        actions.search(wanted),
        found -> {
          if (wanted.equals(searched)) {
            shown.change(state -> state.finding(found));
          }
        },
        this::refused);
  }

  /** Puts an item on the marked place. */
  void put(Goods goods) {
    int page = state().open();
    int place = state().place();
    searched = "";
    shown.after(
        actions.keysOf(goods.code()),
        keys -> {
          if (keys.isEmpty() || page >= state().pages().size()) {
            return;
          }
          shown.change(state -> state.at(page, place).choosing(keys));
          unit(keys.get(0));
        },
        this::refused);
  }

  /** Another unit of the same item; label and colour stay where there was a key. */
  void unit(Key unit) {
    int place = state().place();
    changePage(
        page ->
            page.with(
                page.key(place)
                    .filter(was -> was.itemCode().equals(unit.itemCode()))
                    .map(
                        was ->
                            unit.labelled(was.label()).coloured(was.rgb()).showing(was.picture()))
                    .orElse(unit)
                    .at(place)),
        "");
  }

  /** Puts a picture of a file on the marked key. */
  void picture(Path file) {
    int page = state().open();
    int place = state().place();
    shown.after(
        actions.keep(file),
        name -> {
          if (name.isEmpty()) {
            shown.change(state -> state.with(state.progress().wrong("wrong.picture")));
          } else if (page < state().pages().size()) {
            shown.change(state -> state.at(page, place));
            changeKey(key -> key.showing(name.get()), "");
            pictures();
          }
        },
        this::refused);
  }

  void save() {
    QuickKeysState now = state();
    if (!now.isChanged() || now.progress().sending()) {
      return;
    }
    boolean unnamed =
        now.pages().stream()
            .anyMatch(
                page ->
                    page.name().isBlank()
                        || page.keys().stream().anyMatch(key -> key.label().isBlank()));
    if (unnamed) {
      shown.change(state -> state.with(state.progress().wrong("wrong.name")));
      return;
    }
    shown.change(state -> state.with(state.progress().sends()));
    List<Page> sent = now.pages();
    shown.after(
        actions.save(new Pages(sent, now.saved().etag())),
        etag ->
            shown.change(
                state ->
                    state
                        .read(new Pages(sent, etag))
                        .with(state.progress().did("said.saved", Map.of()))),
        this::refused);
  }
}
