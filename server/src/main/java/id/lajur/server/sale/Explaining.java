package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.tax.TaxRate;
import id.lajur.sale.v1.ExplainLineResponse;
import id.lajur.sale.v1.LineReduction;
import id.lajur.sale.v1.LineTax;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.sale.PriceActDao.PriceAct;
import id.lajur.server.security.Caller;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads why lines cost what they do. */
final class Explaining {
  private final Baskets baskets;

  Explaining(Baskets baskets) {
    this.baskets = baskets;
  }

  /**
   * As the basket stands.
   *
   * @throws Refusal BASKET_UNKNOWN, LINE_UNKNOWN
   */
  ExplainLineResponse line(Caller caller, UUID basketId, int lineId) throws SQLException {
    Basket basket = baskets.get(caller, basketId);
    StoreRules store = baskets.rules(caller);
    List<PriceAct> acts = baskets.look(connection -> PriceActDao.priceActs(connection, basketId));
    Explanation explained = Explanation.of(basket, lineId, acts, store);
    int taxClass = explained.priced().line().item().taxClassId();
    String tax = baskets.look(connection -> PriceActDao.taxName(connection, taxClass));
    ExplainLineResponse answer = message(explained, tax, store);
    if (explained.priced().line().priceSource() != PriceSource.LEVEL) {
      return answer;
    }
    return answer.toBuilder()
        .setPriceLevel(
            baskets
                .look(connection -> BuyerDao.named(connection, caller.storeId(), basket.buyer()))
                .levelName())
        .build();
  }

  private static ExplainLineResponse message(Explanation explained, String tax, StoreRules store) {
    ExplainLineResponse.Builder message =
        ExplainLineResponse.newBuilder()
            .setLine(SaleMessages.line(explained.priced().line(), store))
            .setExtendedMinor(explained.extendedMinor())
            .setRoundingMinor(explained.roundingMinor())
            .setTax(tax(explained.priced(), tax))
            .setNetMinor(explained.netMinor());
    if (explained.override() != null) {
      message.setOverride(act(explained.override()));
    }
    for (Explanation.Reduction reduction : explained.reductions()) {
      Integer percent = reduction.act().percentMicro();
      message.addReductions(
          LineReduction.newBuilder()
              .setSource(SaleMessages.source(reduction.source()))
              .setWholeBasket(reduction.wholeBasket())
              .setAmountMinor(reduction.minor())
              .setGivenMinor(reduction.givenMinor())
              .setPercentMicro(percent == null ? 0 : percent)
              .setAct(act(reduction.act())));
    }
    return message.build();
  }

  private static id.lajur.sale.v1.PriceAct act(PriceAct act) {
    return id.lajur.sale.v1.PriceAct.newBuilder()
        .setOperatorName(act.operator())
        .setApproverName(act.approver() == null ? "" : act.approver())
        .setReason(act.reason() == null ? "" : act.reason())
        .setAtMs(act.at().toEpochMilli())
        .build();
  }

  private static LineTax tax(PricedBasket.PricedLine priced, String name) {
    TaxRate rate = priced.rate();
    return LineTax.newBuilder()
        .setTaxClass(rate.code())
        .setName(name)
        .setRateMicro(rate.rateMicro())
        .setOnTop(rate.mode() == TaxRate.Mode.EXCLUSIVE)
        .setTaxableMinor(priced.taxableMinor())
        .setOtherBaseMinor(
            Numbers.mulDiv(priced.taxableMinor(), rate.baseNumerator(), rate.baseDenominator()))
        .setTaxMinor(priced.taxMinor())
        .build();
  }
}
