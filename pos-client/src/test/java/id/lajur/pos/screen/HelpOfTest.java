package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.widget.Draw;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Help names what the keys do where one is, and nothing else. */
class HelpOfTest {
  /** Keys that type, and help itself. */
  private static final Set<LaneKey> NO_ACTS = EnumSet.of(LaneKey.F1, LaneKey.BACKSPACE);

  private static final int NARROWEST = 336;

  private record Case(String what, Consumer<PresentedLane> begun) {
    @Override
    public String toString() {
      return what;
    }

    PresentedLane lane() {
      var shop = new PresentedLane();
      begun.accept(shop);
      return shop;
    }
  }

  private static Case selling(String what, String typed, LaneKey... keys) {
    return new Case(
        what,
        shop -> {
          shop.selling().press(keys);
          shop.type(typed);
        });
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("sign-on", shop -> shop.type("1042")),
        new Case(
            "sign-on with a paper that is kept",
            shop -> {
              shop.presenter.printers(true, Optional.empty());
              shop.presenter.printer(PrinterView.NO_PAPER, Optional.empty(), 1);
            }),
        new Case(
            "another PIN",
            shop -> {
              shop.lane.mustChangePin = true;
              shop.signOn();
              shop.type("5");
            }),
        new Case(
            "float",
            shop -> {
              shop.lane.shiftOpen = false;
              shop.signOn();
            }),
        new Case("an empty basket", shop -> shop.signOn().type("1")),
        selling("selling", "1"),
        selling("search", "susu", LaneKey.F2),
        selling("price", "1", LaneKey.F3),
        selling("explained", "", LaneKey.F3, LaneKey.F3),
        selling("quantity", "", LaneKey.F4),
        selling("member", "880", LaneKey.F5),
        selling("price levels", "", LaneKey.F5, LaneKey.F10),
        selling("discount", "", LaneKey.F6),
        selling("quick keys", "", LaneKey.F9),
        selling("more", "", LaneKey.F10),
        selling("returns", "", LaneKey.F10, LaneKey.F4),
        selling("return without a receipt", "1", LaneKey.F10, LaneKey.F4, LaneKey.F2),
        selling("department", "", LaneKey.F10, LaneKey.F5),
        selling("cash", "", LaneKey.F10, LaneKey.F6),
        selling("papers", "", LaneKey.F10, LaneKey.F9),
        selling("copy", "1", LaneKey.F10, LaneKey.F11),
        selling("locked", "9", LaneKey.F10, LaneKey.F12),
        selling("void all", "", LaneKey.SHIFT_F8),
        new Case(
            "printer",
            shop -> {
              shop.lane.permissions = Set.of("till.drawer");
              shop.signOn().press(LaneKey.F10, LaneKey.F10);
            }),
        new Case(
            "sounds",
            shop -> {
              shop.lane.permissions = Set.of("till.drawer");
              shop.signOn().press(LaneKey.F10, LaneKey.F10, LaneKey.F6);
            }),
        new Case("resume", shop -> shop.signOn().press(LaneKey.F7)),
        new Case("weight", shop -> shop.signOn().presenter.scanned(FakeLane.CHICKEN)),
        new Case(
            "approval",
            shop -> {
              shop.lane.voidNeedsApproval = true;
              shop.selling().press(LaneKey.F8);
            }),
        selling("payment", "1", LaneKey.F12),
        selling("payment by card", "", LaneKey.F12, LaneKey.F7),
        selling("paid", "", LaneKey.F12, LaneKey.F2, LaneKey.ENTER),
        new Case(
            "count",
            shop -> {
              shop.lane.permissions = Set.of("till.drawer");
              shop.signOn().press(LaneKey.F10, LaneKey.F2);
              shop.type("3");
            }));
  }

  /** A key that has a row does something: at once, or, in a list, after another of its row. */
  @ParameterizedTest
  @MethodSource("cases")
  void everyKeyOfItDoesSomethingNow(Case of) {
    for (HelpOf.Row row : HelpOf.state(of.lane().state())) {
      assertThat(row.keys().stream().filter(key -> reacts(of, key, true)))
          .as("%s: %s", of, row)
          .isNotEmpty();
    }
  }

  /** A key that does more than say why it cannot has a row, and so has each of the bar. */
  @ParameterizedTest
  @MethodSource("cases")
  void everyKeyThatDoesSomethingIsInIt(Case of) {
    List<LaneKey> helped =
        HelpOf.state(of.lane().state()).stream().flatMap(row -> row.keys().stream()).toList();

    assertThat(helped).as("%s", of).doesNotHaveDuplicates();
    for (KeyCap cap : KeyBarOf.state(of.lane().state())) {
      assertThat(cap.key() == LaneKey.F1 || helped.contains(cap.key())).as("%s", cap).isTrue();
    }
    for (LaneKey key : LaneKey.values()) {
      if (!NO_ACTS.contains(key) && reacts(of, key, false)) {
        assertThat(helped).as("%s: %s", of, key).contains(key);
      }
    }
  }

  /**
   * @param also whether a mere sentence counts
   */
  private static boolean reacts(Case of, LaneKey key, boolean also) {
    PresentedLane shop = of.lane();
    LaneState before = shop.state();
    List<String> acts = List.copyOf(shop.lane.acts);
    shop.press(key);
    LaneState after = shop.state();
    boolean complains =
        after.message().kind() == Message.Kind.WARN || after.message().kind() == Message.Kind.ERROR;
    LaneState compared = also || !complains ? after : after.withMessage(before.message());
    return !compared.equals(before) || !shop.lane.acts.equals(acts);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itsWordsFitInTheNarrowestColumn(Case of) {
    for (Language language : Language.values()) {
      LaneState state = of.lane().state();
      var shown =
          new View.Shown(
              state,
              Texts.of(LanePanel.class, "lane", language),
              new Formats(language, state.terminal().currency(), state.terminal().zone()));
      List<HelpOf.Row> rows = HelpOf.state(state);
      for (HelpPaint.Column column : HelpPaint.columns(rows, shown, 320, 14, NARROWEST - 28)) {
        assertThat(column.words() + column.room()).isLessThanOrEqualTo(NARROWEST - 14);
        for (HelpOf.Row row : column.rows()) {
          assertThat(column.caps() + Draw.capWidth(row.cap())).isLessThan(column.words());
          assertThat(Draw.wrapped(row.word(shown), HelpPaint.FONT, column.room()))
              .as("%s beside %s", row.word(shown), row.cap())
              .hasSizeLessThanOrEqualTo(2)
              .allSatisfy(
                  line ->
                      assertThat(Draw.width(line, HelpPaint.FONT))
                          .isLessThanOrEqualTo(column.room()));
        }
      }
    }
  }
}
