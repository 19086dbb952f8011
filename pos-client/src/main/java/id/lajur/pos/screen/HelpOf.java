package id.lajur.pos.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys that do something in a state, for help on F1: those of the bar, then those of what
 * stands open. A test presses every key in every state and compares.
 */
final class HelpOf {
  /** What F10 leads to, from F2 on; the last is on Shift F8. */
  static final List<String> MORE =
      List.of(
          "more.count",
          "more.signOff",
          "more.returns",
          "more.department",
          "more.cash",
          "more.x",
          "more.z",
          "more.papers",
          "more.printer",
          "more.copy",
          "more.lock",
          "more.voidBasket");

  private HelpOf() {}

  /**
   * One row of help.
   *
   * @param keys of which each does this, somewhere in the list, form or page
   * @param cap as it is painted
   * @param words keys of its text, the first that there is
   */
  record Row(List<LaneKey> keys, String cap, List<String> words) {
    String word(View.Shown shown) {
      return shown.text(words.stream().filter(shown.texts()::has).findFirst().orElseThrow());
    }
  }

  /** The key of what F10 leads to, by its place in {@link #MORE}. */
  static LaneKey moreKey(int place) {
    return place == MORE.size() - 1 ? LaneKey.SHIFT_F8 : LaneKey.valueOf("F" + (place + 2));
  }

  /**
   * @param state as it is under the help
   */
  static List<Row> state(LaneState state) {
    var rows = new ArrayList<Row>();
    for (KeyCap cap : KeyBarOf.state(state)) {
      if (cap.key() != LaneKey.F1) { // the title says how it goes again
        rows.add(row(cap.key(), "help." + cap.text(), "key." + cap.text()));
      }
    }
    if (state.isLocked()) {
      rows.add(row(LaneKey.ENTER, state.choosesPin() ? "signon.newPin.go" : "locked.go"));
      if (state.choosesPin()) {
        rows.add(row(LaneKey.ESC, "help.cancel"));
      }
      return rows;
    }
    switch (state.phase()) {
      case SIGNED_OFF -> signedOff(rows, state);
      case OPENING_SHIFT -> {
        rows.add(row(LaneKey.ENTER, "float.go"));
        rows.add(row(LaneKey.ESC, "more.signOff"));
        keptPapers(rows, state);
      }
      case READY, SELLING -> panel(rows, state, state.panel());
      case TENDERING -> tendering(rows, state);
      case DONE -> {
        rows.add(row(LaneKey.F12, "key.nextCustomer"));
        rows.add(row(LaneKey.ESC, "key.nextCustomer"));
        rows.add(row(LaneKey.SHIFT_F11, "help.elsewhere"));
      }
      case COUNTING -> {
        rows.add(new Row(List.of(LaneKey.ENTER, LaneKey.DOWN), "Enter", List.of("help.nextField")));
        rows.add(row(LaneKey.UP, "help.fieldBefore"));
        rows.add(row(LaneKey.DEL, "help.clear"));
      }
    }
    if (state.form().fields().size() > 1) {
      rows.add(row(LaneKey.TAB, "help.nextField"));
    }
    return rows;
  }

  private static Row row(LaneKey key, String... words) {
    String cap = key == LaneKey.UP ? "↑" : key.cap();
    return new Row(List.of(key), cap, List.of(words));
  }

  /** Keys beside each other that do alike: "F2–F4". */
  private static Row rowOf(List<LaneKey> keys, String word) {
    String cap = keys.get(0).cap();
    int last = keys.size() - 1;
    return new Row(keys, last == 0 ? cap : cap + "–" + keys.get(last).cap(), List.of(word));
  }

  private static Row upAndDown(String word) {
    return new Row(
        List.of(LaneKey.UP, LaneKey.DOWN, LaneKey.PAGE_UP, LaneKey.PAGE_DOWN),
        "↑ ↓",
        List.of(word));
  }

  private static void signedOff(List<Row> rows, LaneState state) {
    rows.add(row(LaneKey.F2, "signon.language"));
    rows.add(row(LaneKey.F3, "help.theme"));
    keptPapers(rows, state);
    rows.add(row(LaneKey.ENTER, "help.onward"));
    rows.add(
        state.choosesPin()
            ? row(LaneKey.ESC, "help.cancel")
            : row(LaneKey.F10, "signon.pinChange"));
  }

  private static void keptPapers(List<Row> rows, LaneState state) {
    if (state.devices().papersKept() > 0) {
      rows.add(row(LaneKey.F11, "help.kept"));
      if (state.devices().otherPrinter()) {
        rows.add(row(LaneKey.SHIFT_F11, "help.elsewhere"));
      }
    }
  }

  private static void selling(List<Row> rows, LaneState state) {
    rows.add(row(LaneKey.SHIFT_F8, "help.voidAll"));
    rows.add(row(LaneKey.SHIFT_F11, "help.elsewhere"));
    rows.add(row(LaneKey.TIMES, "help.times"));
    if (!state.basket().isEmpty() && state.panel() instanceof Panel.None) {
      rows.add(upAndDown("help.lines"));
    }
    rows.add(row(LaneKey.ENTER, "help.code"));
    if (state.panel() instanceof Panel.None) {
      rows.add(row(LaneKey.ESC, "help.clear"));
    } else {
      rows.add(new Row(List.of(LaneKey.ESC, LaneKey.DEL), "Esc", List.of("help.close")));
    }
  }

  private static void panel(List<Row> rows, LaneState state, Panel panel) {
    if (panel instanceof Panel.None) {
      selling(rows, state);
    } else if (panel instanceof Panel.QuickKeys) {
      selling(rows, state);
      rows.add(
          new Row(List.of(LaneKey.PAGE_UP, LaneKey.PAGE_DOWN), "PgDn", List.of("help.quickPages")));
      rows.add(new Row(List.of(LaneKey.UP, LaneKey.DOWN), "↑ ↓", List.of("help.lines")));
    } else if (panel instanceof Panel.Explain) {
      rows.add(upAndDown("help.scroll"));
    } else if (panel instanceof Panel.Member) {
      rows.add(row(LaneKey.F5, "help.close", "key.close"));
      rows.add(row(LaneKey.ENTER, "help.take"));
    } else if (panel instanceof Panel.Discount) {
      rows.add(
          rowOf(Stream.of(DiscountKind.values()).map(DiscountKind::key).toList(), "help.kind"));
      rows.add(row(LaneKey.F5, "help.part"));
      rows.add(row(LaneKey.ENTER, "help.take"));
    } else if (panel instanceof Panel.ReturnReceipt) {
      rows.add(row(LaneKey.F2, "return.without"));
      rows.add(row(LaneKey.ENTER, "help.take"));
    } else if (panel instanceof Panel.Cash) {
      for (CashKind kind : CashKind.values()) {
        rows.add(row(kind.key(), "cash." + kind));
      }
      rows.add(row(LaneKey.ENTER, "help.take"));
    } else if (panel instanceof Panel.Papers) {
      rows.add(row(LaneKey.F11, "help.receipt"));
      rows.add(row(LaneKey.SHIFT_F11, "help.elsewhere"));
    } else if (panel instanceof Panel.Printer) {
      rows.add(rowOf(List.of(LaneKey.F2, LaneKey.F3), "help.paper"));
      rows.add(row(LaneKey.F4, "printer.try"));
      rows.add(row(LaneKey.F5, "printer.drawer"));
      rows.add(row(LaneKey.F6, "printer.sounds"));
      rows.add(row(LaneKey.ENTER, "printer.use"));
    } else if (panel instanceof Panel.Sounds) {
      rows.add(row(LaneKey.ENTER, "sounds.switch"));
    } else if (panel instanceof Panel.More) {
      for (int place = 0; place < MORE.size(); place++) {
        rows.add(row(moreKey(place), MORE.get(place)));
      }
    } else {
      rows.add(row(LaneKey.ENTER, "help.take"));
    }
    if (panel instanceof Panel.Listing list && list.size() > 1) {
      rows.add(upAndDown("help.choose"));
    }
  }

  private static void tendering(List<Row> rows, LaneState state) {
    PaymentView payment = state.payment();
    List<LaneKey> kinds =
        payment.slots().stream()
            .filter(slot -> slot.kind().isPresent())
            .map(PaymentView.Slot::key)
            .toList();
    long due = payment.dueMinor();
    if (due > 0) {
      rows.add(row(LaneKey.F2, "help.exact"));
    }
    int sums =
        payment.chosen().cash() && due > 0
            ? CashHelp.likelySums(due, state.terminal().denominations()).size()
            : 0;
    List<LaneKey> likely =
        Stream.of(LaneKey.F3, LaneKey.F4, LaneKey.F5).limit(Math.max(0, sums - 1)).toList();
    if (!likely.isEmpty()) {
      rows.add(rowOf(likely, "help.sums"));
    }
    rows.add(rowOf(kinds, "help.kinds"));
  }
}
