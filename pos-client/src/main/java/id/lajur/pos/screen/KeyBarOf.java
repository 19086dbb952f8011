package id.lajur.pos.screen;

import java.util.List;

/** Which keys the bar shows in a state. */
final class KeyBarOf {
  private KeyBarOf() {}

  static List<KeyCap> state(LaneState state) {
    if (state.panel() instanceof Panel.Help help && !state.isBeforeSelling()) {
      return List.of(KeyCap.of(LaneKey.F1, "help"), KeyCap.of(LaneKey.ESC, esc(help)));
    }
    if (state.isLocked()) {
      return List.of(KeyCap.of(LaneKey.F1, "help"), KeyCap.of(LaneKey.F3, "otherCashier"));
    }
    return switch (state.phase()) {
      case SIGNED_OFF, OPENING_SHIFT -> List.of();
      case READY, SELLING -> takesSellingKeys(state) ? selling(state) : panel(state);
      case TENDERING ->
          List.of(
              KeyCap.of(LaneKey.ESC, "toBasket").dimmed(state.payment().isCharged()),
              KeyCap.of(LaneKey.F1, "help"),
              KeyCap.of(LaneKey.DEL, takesBack(state)).dimmed(hasNothingToRemove(state)),
              paper(state),
              new KeyCap(LaneKey.ENTER, "accept", awaitsMoney(state), 0, true));
      case DONE ->
          List.of(
              KeyCap.of(LaneKey.F1, "help"),
              receipt(state),
              new KeyCap(LaneKey.ENTER, "nextCustomer", false, 0, true));
      case COUNTING ->
          List.of(
              KeyCap.of(LaneKey.ESC, "stopCount"),
              KeyCap.of(LaneKey.F1, "help"),
              KeyCap.of(LaneKey.F9, "drawer").dimmed(!state.may(PrinterPresenter.PERMISSION)),
              new KeyCap(LaneKey.F12, "sendCount", false, 0, true));
    };
  }

  /** True while cash is due and nothing is typed: Enter only says what to do. */
  static boolean awaitsMoney(LaneState state) {
    return state.phase() == LaneState.Phase.TENDERING
        && state.payment().chosen().cash()
        && state.payment().cashLeftMinor() > 0
        && state.form().text("received").isEmpty();
  }

  /** True while Enter leads from an amount of another kind on to the numbers of its slip. */
  static boolean asksForSlip(LaneState state) {
    return state.phase() == LaneState.Phase.TENDERING
        && !state.payment().chosen().cash()
        && !state.form().isLast();
  }

  /** True while Del takes back what has been taken, as nothing is typed. */
  static boolean removesTender(LaneState state) {
    return state.phase() == LaneState.Phase.TENDERING
        && state.form().text().isEmpty()
        && !state.payment().taken().isEmpty();
  }

  /** The key of what Del takes back: what is typed goes first. */
  static String takesBack(LaneState state) {
    return removesTender(state) ? "removeTender" : "clear";
  }

  /** True while money is awaited and neither typed nor taken, or no more is. */
  static boolean hasNothingToRemove(LaneState state) {
    boolean paying = state.phase() == LaneState.Phase.TENDERING;
    boolean nothing = state.form().text().isEmpty() && state.payment().taken().isEmpty();
    return state.phase() == LaneState.Phase.DONE || paying && nothing;
  }

  /** True while there is no basket to give up: one with a buyer alone is open at the server. */
  static boolean hasNothingToVoid(LaneState state) {
    return state.basket().isEmpty() && !state.basket().hasBuyer();
  }

  /** What Esc does in a panel; its own key and the key bar's have the same word. */
  static String esc(Panel panel) {
    if (panel instanceof Panel.ReturnLines lines && !lines.picked()) {
      return "done";
    }
    return panel.holdsScans() && !panel.onlyShows() ? "cancel" : "close";
  }

  private static KeyCap paper(LaneState state) {
    return KeyCap.of(LaneKey.F11, state.payment().paper() ? "noReceipt" : "withReceipt")
        .dimmed(state.devices().serverIsAway());
  }

  private static boolean takesSellingKeys(LaneState state) {
    return state.panel() instanceof Panel.None || state.panel() instanceof Panel.QuickKeys;
  }

  private static List<KeyCap> selling(LaneState state) {
    boolean empty = state.basket().isEmpty();
    boolean away = state.devices().serverIsAway() || state.waiting() == LaneState.Waiting.LONG;
    String suspend = empty ? "resume" : "suspend";
    return List.of(
        KeyCap.of(LaneKey.F1, "help"),
        KeyCap.of(LaneKey.F2, "search"),
        KeyCap.of(LaneKey.F3, "price"),
        KeyCap.of(LaneKey.F4, "quantity").dimmed(empty),
        KeyCap.of(LaneKey.F5, "member").dimmed(away),
        KeyCap.of(LaneKey.F6, "discount").dimmed(empty || away),
        new KeyCap(LaneKey.F7, suspend, away, state.waitingBaskets(), false),
        KeyCap.of(LaneKey.F8, "void").dimmed(empty),
        KeyCap.of(LaneKey.F9, "quick").dimmed(state.terminal().quickPages().isEmpty()),
        KeyCap.of(LaneKey.F10, "more"),
        receipt(state),
        new KeyCap(LaneKey.F12, "pay", empty, 0, true));
  }

  private static KeyCap receipt(LaneState state) {
    return new KeyCap(LaneKey.F11, "receipt", false, state.devices().papersKept(), false);
  }

  private static List<KeyCap> panel(LaneState state) {
    KeyCap help = KeyCap.of(LaneKey.F1, "help");
    KeyCap out = KeyCap.of(LaneKey.ESC, esc(state.panel()));
    if (state.panel() instanceof Panel.Search) {
      return List.of(help, out, KeyCap.of(LaneKey.F3, "price"));
    }
    if (state.panel() instanceof Panel.PriceCheck) {
      KeyCap explain = KeyCap.of(LaneKey.F3, "explain").dimmed(state.largeLine().isEmpty());
      return List.of(help, out, explain);
    }
    if (state.panel() instanceof Panel.Member) {
      KeyCap off = KeyCap.of(LaneKey.F8, "memberOff").dimmed(!state.basket().hasBuyer());
      KeyCap levels = KeyCap.of(LaneKey.F10, "priceLevel");
      return List.of(help, out, off, levels);
    }
    if (state.panel() instanceof Panel.Approval) {
      KeyCap desk = KeyCap.of(LaneKey.F9, "askDesk").dimmed(state.devices().serverIsAway());
      return List.of(help, out, desk);
    }
    return List.of(help, out);
  }
}
