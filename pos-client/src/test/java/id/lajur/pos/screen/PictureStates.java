package id.lajur.pos.screen;

import static java.util.Map.entry;

import id.lajur.pos.screen.LaneState.Phase;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What each picture of the lane is named after: a picture of anything else would tell a lie. */
final class PictureStates {
  private static final Map<String, Predicate<LaneState>> NAMED =
      Map.ofEntries(
          entry("signon", in(Phase.SIGNED_OFF)),
          entry("float", in(Phase.OPENING_SHIFT)),
          entry("ready", bare(Phase.READY)),
          entry("ready-after", bare(Phase.READY).and(s -> s.lastReceipt().isPresent())),
          entry("selling", bare(Phase.SELLING)),
          entry("emergency", bare(Phase.SELLING).and(s -> s.devices().sellsAlone())),
          entry("chosen", bare(Phase.SELLING).and(LaneState::choseAnother)),
          entry("error", bare(Phase.SELLING).and(s -> s.message().kind() == Message.Kind.ERROR)),
          entry("devices-out", bare(Phase.SELLING).and(s -> !s.devices().scanner().orElse(true))),
          entry("waiting", bare(Phase.SELLING).and(s -> s.waiting() == LaneState.Waiting.LONG)),
          entry("search", open(Panel.Search.class, s -> s.size() > 0)),
          entry(
              "search-letters",
              open(Panel.Search.class, s -> s.size() > 0).and(LaneState::showsLetters)),
          entry("price", open(Panel.PriceCheck.class, p -> p.found().isPresent())),
          entry("price-empty", open(Panel.PriceCheck.class, p -> p.found().isEmpty())),
          entry("explain", open(Panel.Explain.class)),
          entry("quantity", open(Panel.Quantity.class)),
          entry("weigh", open(Panel.Weigh.class)),
          entry("discount", open(Panel.Discount.class, d -> d.kind() == DiscountKind.LINE)),
          entry("override", open(Panel.Discount.class, d -> d.kind() == DiscountKind.PRICE)),
          entry("member", open(Panel.Member.class, m -> m.size() == 0)),
          entry("member-which", open(Panel.Member.class, m -> m.size() > 1)),
          entry("price-levels", open(Panel.PriceLevels.class)),
          entry("department", open(Panel.Department.class, d -> !d.picked())),
          entry("department-amount", open(Panel.Department.class, Panel.Department::picked)),
          entry("quick", open(Panel.QuickKeys.class).and(onPage(0))),
          entry("quick-second", open(Panel.QuickKeys.class).and(onPage(1))),
          entry("help", open(Panel.Help.class)),
          entry("approval", open(Panel.Approval.class)),
          entry("more", open(Panel.More.class)),
          entry("papers", open(Panel.Papers.class)),
          entry("printer", open(Panel.Printer.class)),
          entry(
              "printer-tried",
              open(Panel.Printer.class).and(s -> s.message().key().equals("printerTried"))),
          entry("sounds", open(Panel.Sounds.class)),
          entry("return", open(Panel.ReturnReceipt.class)),
          entry("return-lines", open(Panel.ReturnLines.class, r -> !r.picked())),
          entry("return-quantity", open(Panel.ReturnLines.class, Panel.ReturnLines::picked)),
          entry("return-item", open(Panel.ReturnItem.class)),
          entry("resume", open(Panel.Resume.class, r -> r.size() > 0)),
          entry("copy", open(Panel.Copy.class)),
          entry("locked", LaneState::isLocked),
          entry("cash", open(Panel.Cash.class)),
          entry("count", in(Phase.COUNTING)),
          entry("count-help", in(Phase.COUNTING).and(open(Panel.Help.class))),
          entry("count-words", in(Phase.COUNTING).and(s -> s.form().isAt("explanation"))),
          entry("count-letters", in(Phase.COUNTING).and(LaneState::showsLetters)),
          entry("closed", in(Phase.SIGNED_OFF).and(s -> s.message().key().startsWith("shift"))),
          entry("tender-empty", paying("CASH", 0).and(typed(""))),
          entry("tender-short", paying("CASH", 0).and(typed("50000"))),
          entry("tender-card", paying("CARD", 0)),
          entry("tender-slip", paying("CARD", 0).and(s -> s.form().isAt("reference"))),
          entry("tender-letters", paying("CARD", 0).and(LaneState::showsLetters)),
          entry("tender-split", paying("CASH", 1).and(typed(""))),
          entry("tender", in(Phase.TENDERING).and(typed("").negate())),
          entry("tender-coins", paying("CASH", 1).and(typed("344400"))),
          entry("done", in(Phase.DONE)));

  private PictureStates() {}

  /** Whether that state may be called by that name; a name nobody has explained is none. */
  static boolean isNamedAfter(String picture, LaneState state) {
    return Optional.ofNullable(NAMED.get(picture)).orElseThrow().test(state);
  }

  private static Predicate<LaneState> in(Phase phase) {
    return state -> state.phase() == phase;
  }

  /** With nothing open beside it. */
  private static Predicate<LaneState> bare(Phase phase) {
    return in(phase).and(open(Panel.None.class));
  }

  private static Predicate<LaneState> open(Class<? extends Panel> panel) {
    return state -> panel.isInstance(state.panel());
  }

  private static <T extends Panel> Predicate<LaneState> open(Class<T> panel, Predicate<T> which) {
    return state -> panel.isInstance(state.panel()) && which.test(panel.cast(state.panel()));
  }

  private static Predicate<LaneState> onPage(int page) {
    return state -> state.terminal().quickPages().open() == page;
  }

  private static Predicate<LaneState> paying(String kind, int taken) {
    return in(Phase.TENDERING)
        .and(s -> s.payment().chosen().code().equals(kind))
        .and(s -> s.payment().taken().size() == taken);
  }

  private static Predicate<LaneState> typed(String amount) {
    return state -> state.form().text("received").equals(amount);
  }
}
