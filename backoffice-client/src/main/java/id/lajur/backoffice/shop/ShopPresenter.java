package id.lajur.backoffice.shop;

import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.TypedDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Shows what the shop has set, and sets it from a day on. */
final class ShopPresenter {
  private final ShopActions actions;
  private final Shown<ShopState> shown;
  private final Unsaved unsaved = new Unsaved();

  ShopPresenter(ShopActions actions, Executor ui) {
    this.actions = actions;
    this.shown = new Shown<>(ShopState.FIRST, ui);
  }

  Unsaved unsaved() {
    return unsaved;
  }

  ShopState state() {
    return shown.now();
  }

  void in(Consumer<ShopState> view) {
    shown.in(
        state -> {
          view.accept(state);
          unsaved.look();
        });
  }

  void load() {
    shown.change(state -> state.with(state.progress().asks()));
    shown.after(
        actions.settings(),
        shop -> shown.change(state -> state.with(shop).with(state.progress().has())),
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  /** Whichever is marked; what was begun about another one is given up. */
  void choose(Optional<Setting> setting) {
    Optional<String> key = setting.map(Setting::key);
    if (!key.equals(state().chosen())) {
      unsaved.before(
          () -> shown.change(state -> state.choosing(key).with(state.progress().quiet())));
      shown.show(state()); // what stays asked about stays marked
    }
  }

  /** Begins a change of whichever is marked, where it can be changed. */
  void change() {
    state()
        .setting()
        .filter(Setting::changeable)
        .ifPresent(
            setting ->
                shown.change(
                    state ->
                        state.typing(Optional.of(setting.value())).with(state.progress().quiet())));
  }

  /** What is in the field, so that the paper shows it. */
  void typed(String text) {
    if (state().draft().isPresent()) {
      shown.change(state -> state.typing(Optional.of(text)));
    }
  }

  /** The other width of paper. */
  void paper() {
    shown.change(state -> state.onPaper(!state.narrow()));
  }

  void cancel() {
    unsaved.before(this::giveUp);
  }

  /** What was typed goes. */
  void giveUp() {
    shown.change(state -> state.typing(Optional.empty()).with(state.progress().quiet()));
  }

  /**
   * Sets the marked one.
   *
   * @param typed as people write it in these formats
   * @param day from whose beginning it holds; blank or today: from now on
   */
  void save(String typed, String day, Formats formats) {
    Setting setting = state().setting().filter(Setting::changeable).orElse(null);
    if (setting == null || state().draft().isEmpty() || state().progress().sending()) {
      return;
    }
    Optional<String> value = setting.unit().read(typed, formats).filter(setting::fits);
    if (value.isEmpty()) {
      shown.change(state -> state.with(state.progress().wrong("wrong.value")));
      return;
    }
    LocalDate today = state().shop().now().atZone(state().shop().zone()).toLocalDate();
    Optional<LocalDate> from =
        day.isBlank() ? Optional.of(today) : TypedDate.read(day.strip(), today);
    if (from.isEmpty()) {
      shown.change(state -> state.with(state.progress().wrong("wrong.day")));
      return;
    }
    send(setting.key(), value.get(), from.filter(date -> !date.equals(today)), formats);
  }

  private void send(String key, String value, Optional<LocalDate> later, Formats formats) {
    Optional<Instant> from =
        later.map(date -> date.atStartOfDay(state().shop().zone()).toInstant());
    String said = later.isEmpty() ? "said.now" : "said.later";
    Map<String, String> when = Map.of("date", later.map(formats::date).orElse(""));
    shown.change(state -> state.with(state.progress().sends()));
    shown.after(
        actions.set(key, value, from),
        done -> {
          shown.change(
              state -> state.typing(Optional.empty()).with(state.progress().did(said, when)));
          Desk.afterKeeping(this::load);
        },
        this::refused);
  }
}
