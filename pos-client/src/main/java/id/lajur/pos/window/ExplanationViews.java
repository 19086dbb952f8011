package id.lajur.pos.window;

import id.lajur.pos.screen.ExplanationView;
import id.lajur.pos.screen.ExplanationView.Act;
import id.lajur.pos.screen.ExplanationView.From;
import id.lajur.pos.screen.ExplanationView.Reduction;
import id.lajur.pos.screen.ExplanationView.Source;
import id.lajur.pos.screen.ExplanationView.Tax;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.ExplainLineResponse;
import id.lajur.sale.v1.LineReduction;
import id.lajur.sale.v1.LineTax;
import id.lajur.sale.v1.PriceAct;
import id.lajur.sale.v1.PriceSource;
import java.time.Instant;
import java.util.Optional;

/** The store's explanation of a price as the screen shows it. */
final class ExplanationViews {
  private ExplanationViews() {}

  static ExplanationView of(ExplainLineResponse answer) {
    LineTax tax = answer.getTax();
    return new ExplanationView(
        LaneViews.line(answer.getLine()),
        answer.getPriceLevel(),
        answer.getLine().getListPriceMinor(),
        from(answer.getLine().getPriceSource()),
        answer.getExtendedMinor(),
        answer.getRoundingMinor(),
        answer.hasOverride() ? Optional.of(act(answer.getOverride())) : Optional.empty(),
        answer.getReductionsList().stream().map(ExplanationViews::reduction).toList(),
        new Tax(
            tax.getName(),
            tax.getRateMicro(),
            tax.getOnTop(),
            tax.getTaxableMinor(),
            tax.getOtherBaseMinor(),
            tax.getTaxMinor()),
        answer.getNetMinor());
  }

  private static From from(PriceSource source) {
    return switch (source) {
      case PRICE_SOURCE_LABEL -> From.LABEL;
      case PRICE_SOURCE_OVERRIDE -> From.OVERRIDE;
      case PRICE_SOURCE_ENTERED -> From.ENTERED;
      case PRICE_SOURCE_LEVEL -> From.LEVEL;
      case PRICE_SOURCE_LIST, PRICE_SOURCE_UNSPECIFIED, UNRECOGNIZED -> From.LIST;
    };
  }

  private static Reduction reduction(LineReduction given) {
    return new Reduction(
        source(given.getSource()),
        given.getWholeBasket(),
        given.getAmountMinor(),
        given.getGivenMinor(),
        given.getPercentMicro(),
        act(given.getAct()));
  }

  private static Source source(DiscountSource source) {
    return switch (source) {
      case DISCOUNT_SOURCE_MEMBER -> Source.MEMBER;
      case DISCOUNT_SOURCE_STAFF -> Source.STAFF;
      case DISCOUNT_SOURCE_COUPON -> Source.COUPON;
      case DISCOUNT_SOURCE_MANUAL, DISCOUNT_SOURCE_UNSPECIFIED, UNRECOGNIZED -> Source.MANUAL;
    };
  }

  private static Act act(PriceAct act) {
    return new Act(
        act.getOperatorName(),
        act.getApproverName(),
        act.getReason(),
        Instant.ofEpochMilli(act.getAtMs()));
  }
}
