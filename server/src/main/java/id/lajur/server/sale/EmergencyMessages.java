package id.lajur.server.sale;

import id.lajur.rules.amount.CashRounding;
import id.lajur.rules.code.InStoreLayout;
import id.lajur.rules.receipt.EmergencyPaper;
import id.lajur.rules.tax.TaxRate;
import id.lajur.rules.tax.TaxRounding;
import id.lajur.sale.v1.CoinRounding;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.EmergencyDifference;
import id.lajur.sale.v1.EmergencyDifferenceKind;
import id.lajur.sale.v1.EmergencyLine;
import id.lajur.sale.v1.EmergencyOutcome;
import id.lajur.sale.v1.EmergencySale;
import id.lajur.sale.v1.LabelField;
import id.lajur.sale.v1.LabelLayout;
import id.lajur.sale.v1.ListEmergencySalesResponse;
import id.lajur.sale.v1.PostEmergencySaleResponse;
import id.lajur.sale.v1.PostEmergencyVoidRequest;
import id.lajur.sale.v1.PostEmergencyVoidResponse;
import id.lajur.sale.v1.ShelfLevelPrice;
import id.lajur.sale.v1.ShelfPeople;
import id.lajur.sale.v1.ShelfPerson;
import id.lajur.sale.v1.ShelfPrice;
import id.lajur.sale.v1.ShelfRules;
import id.lajur.sale.v1.ShelfTaxRate;
import id.lajur.sale.v1.TaxMode;
import id.lajur.server.catalog.Shelf;
import id.lajur.server.catalog.ShelfUnit;
import id.lajur.server.people.AbsentSellers;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Emergency selling as messages. */
final class EmergencyMessages {
  private static final int MOST_TAXES = 20;
  private static final int MOST_TOLD = 50; // differences in an answer; the list has them all
  private static final int MOST_TOLD_BYTES = 7_500; // of the 8,000 that a recorded answer has
  private static final long MOST = 1_000_000_000_000_000L; // that a figure of a till can be
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private EmergencyMessages() {}

  static ShelfRules.Builder head(long number, byte[] link) {
    return ShelfRules.newBuilder()
        .setLastNumber(number)
        .setLastLink(HexFormat.of().formatHex(link));
  }

  static ShelfRules rules(ShelfRules.Builder head, Shelf shelf, StoreRules store) {
    ShelfRules.Builder message =
        head.build().toBuilder()
            .setAmountUnitMinor(store.unitMinor())
            .setCurrency(shelf.currency())
            .setTaxPerReceipt(store.taxRounding() == TaxRounding.PER_RECEIPT)
            .setCoinRounding(rounding(store.cashRounding().mode()))
            .setCoinMinor(store.cashRounding().coinMinor())
            .setMostCashMinor(store.mostCashMinor())
            .setMostQuantityMilli(store.mostQuantityMilli());
    TenderKind cash = store.tenderKinds().get("CASH");
    message.setCashName(cash == null ? "" : cash.name());
    store.taxRates().values().stream()
        .sorted(java.util.Comparator.comparingInt(TaxRate::taxClassId))
        .forEach(rate -> message.addTaxRates(rate(rate, shelf)));
    shelf.layouts().forEach(layout -> message.addLayouts(layout(layout)));
    return message.build();
  }

  static ShelfPeople people(AbsentSellers people, int terminalId) {
    ShelfPeople.Builder message = ShelfPeople.newBuilder().setIdleMinutes(people.idleMinutes());
    people
        .at(terminalId)
        .forEach(
            (number, mark) ->
                message.addPeople(
                    ShelfPerson.newBuilder().setOperatorNumber(number).setPinMark(mark)));
    return message.build();
  }

  private static CoinRounding rounding(CashRounding.Mode mode) {
    return CoinRounding.valueOf("COIN_ROUNDING_" + mode);
  }

  private static ShelfTaxRate rate(TaxRate rate, Shelf shelf) {
    return ShelfTaxRate.newBuilder()
        .setTaxClassId(rate.taxClassId())
        .setTaxClass(rate.code())
        .setName(shelf.taxNames().getOrDefault(rate.taxClassId(), ""))
        .setMode(TaxMode.valueOf("TAX_MODE_" + rate.mode()))
        .setRateMicro(rate.rateMicro())
        .setBaseNumerator(rate.baseNumerator())
        .setBaseDenominator(rate.baseDenominator())
        .build();
  }

  private static LabelLayout layout(InStoreLayout layout) {
    return LabelLayout.newBuilder()
        .setPrefix(layout.prefix())
        .setItemDigits(layout.itemDigits())
        .setField(LabelField.valueOf("LABEL_FIELD_" + layout.field()))
        .setFieldDigits(layout.fieldDigits())
        .setDecimals(layout.decimals())
        .setInnerCheck(layout.innerCheck())
        .build();
  }

  static id.lajur.sale.v1.ShelfUnit unit(ShelfUnit unit) {
    id.lajur.sale.v1.ShelfUnit.Builder message =
        id.lajur.sale.v1.ShelfUnit.newBuilder()
            .setItemCode(unit.key().itemCode())
            .setUnitNo(unit.key().unitNo())
            .setName(unit.name())
            .setUnit(unit.unit())
            .addAllKeys(unit.keys())
            .setFactorMilli(unit.factorMilli())
            .setWeighed(unit.weighed())
            .setNoDiscount(unit.noDiscount())
            .setTaxClassId(unit.taxClassId());
    unit.prices()
        .forEach(
            price ->
                message.addPrices(
                    ShelfPrice.newBuilder()
                        .setFromMs(price.from().toEpochMilli())
                        .setPriceMinor(price.priceMinor())));
    unit.levelPrices().forEach(price -> message.addLevelPrices(levelPrice(price)));
    return message.build();
  }

  private static ShelfLevelPrice levelPrice(ShelfUnit.LevelPrice price) {
    ShelfLevelPrice.Builder message =
        ShelfLevelPrice.newBuilder()
            .setPriceLevel(price.level())
            .setFromMs(price.from().toEpochMilli());
    Long minor = price.priceMinor();
    return minor == null ? message.build() : message.setPriceMinor(minor).build();
  }

  static id.lajur.sale.v1.ShelfUnit gone(ShelfUnit.Key key) {
    return id.lajur.sale.v1.ShelfUnit.newBuilder()
        .setItemCode(key.itemCode())
        .setUnitNo(key.unitNo())
        .setGone(true)
        .build();
  }

  /**
   * A receipt as it came over the wire.
   *
   * @throws Refusal EMERGENCY_INVALID naming what; ID_INVALID, TEXT_INVALID
   */
  static EmergencyReceipt receipt(Caller caller, id.lajur.sale.v1.EmergencyReceipt message) {
    if (message.getLinesCount() < 1 || message.getLinesCount() > Baskets.MOST_ENTRIES) {
      throw invalid("lines");
    }
    if (message.getDiscountsCount() > Baskets.MOST_ENTRIES
        || message.getTaxesCount() > MOST_TAXES) {
      throw invalid("discounts");
    }
    if (!message.getOperatorNumber().matches("\\d{1,8}")) {
      throw invalid("operator");
    }
    List<EmergencyPaper.Line> lines = new ArrayList<>();
    List<EmergencyReceipt.Extra> extras = new ArrayList<>();
    for (EmergencyLine line : message.getLinesList()) {
      lines.add(line(line));
      extras.add(extra(line));
    }
    List<EmergencyPaper.Discount> discounts = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (id.lajur.sale.v1.BasketDiscount discount : message.getDiscountsList()) {
      discounts.add(
          new EmergencyPaper.Discount(
              source(discount.getSource()), bounded(discount.getAmountMinor())));
      reasons.add(Texts.plain(discount.getReason()));
    }
    EmergencyPaper paper =
        new EmergencyPaper(
            caller.terminalCode(),
            positive(message.getNumber(), "number"),
            Admissions.idOf(message.getBasketId(), Reason.ID_INVALID),
            (int) positive(message.getGeneration(), "generation"),
            Admissions.idOf(message.getShiftId(), Reason.ID_INVALID),
            message.getOperatorNumber(),
            soldAt(message.getSoldAtMs()),
            lines,
            discounts,
            message.getTaxesList().stream()
                .map(
                    tax ->
                        new EmergencyPaper.Tax(
                            tax.getTaxClassId(),
                            bounded(tax.getTaxableMinor()),
                            bounded(tax.getTaxMinor())))
                .toList(),
            bounded(message.getTaxOnTopMinor()),
            bounded(message.getTotalMinor()),
            bounded(message.getRoundingMinor()),
            notNegative(message.getTenderedMinor(), "tendered"),
            notNegative(message.getChangeMinor(), "change"));
    refuseUnlessSettled(paper);
    return new EmergencyReceipt(
        paper, extras, reasons, link(message.getLink()), message.getPaymentInDoubt());
  }

  private static void refuseUnlessSettled(EmergencyPaper paper) {
    if (paper.totalMinor() + paper.roundingMinor() != paper.tenderedMinor() - paper.changeMinor()) {
      throw invalid("tendered");
    }
    if (paper.lines().stream().allMatch(EmergencyPaper.Line::voided)) {
      throw invalid("lines");
    }
    long classes = paper.taxes().stream().map(EmergencyPaper.Tax::taxClassId).distinct().count();
    if (classes != paper.taxes().size()) {
      throw invalid("taxes");
    }
  }

  private static EmergencyPaper.Line line(EmergencyLine line) {
    if (line.getQuantityMilli() == 0 || line.getUnitNo() < 0 || line.getUnitNo() > 1_000) {
      throw invalid("quantity");
    }
    String kind =
        switch (line.getKind()) {
          case LINE_KIND_SALE -> "SALE";
          case LINE_KIND_RETURN -> "RETURN";
          case LINE_KIND_CREDIT -> "CREDIT";
          default -> throw invalid("kind");
        };
    return new EmergencyPaper.Line(
        kind,
        Texts.plain(line.getItemCode(), 64),
        line.getUnitNo(),
        line.getBarcode().isEmpty() ? "" : Texts.scan(line.getBarcode()),
        bounded(line.getQuantityMilli()),
        bounded(line.getPriceMinor()),
        bounded(line.getDiscountMinor()),
        bounded(line.getTotalMinor()),
        line.getVoided());
  }

  private static EmergencyReceipt.Extra extra(EmergencyLine line) {
    id.lajur.server.sale.PriceSource source =
        switch (line.getPriceSource()) {
          case PRICE_SOURCE_LIST -> id.lajur.server.sale.PriceSource.LIST;
          case PRICE_SOURCE_LABEL -> id.lajur.server.sale.PriceSource.LABEL;
          case PRICE_SOURCE_OVERRIDE -> id.lajur.server.sale.PriceSource.OVERRIDE;
          case PRICE_SOURCE_ENTERED -> id.lajur.server.sale.PriceSource.ENTERED;
          case PRICE_SOURCE_LEVEL -> id.lajur.server.sale.PriceSource.LEVEL;
          case PRICE_SOURCE_UNSPECIFIED, UNRECOGNIZED -> throw invalid("price source");
        };
    String reason = Texts.plain(line.getReason());
    return new EmergencyReceipt.Extra(
        bounded(line.getListPriceMinor()),
        source,
        line.getLabelAmountMinor() == 0 ? null : (Long) bounded(line.getLabelAmountMinor()),
        reason.isEmpty() ? null : reason,
        Texts.plain(line.getName()),
        line.getTaxClassId());
  }

  private static String source(DiscountSource source) {
    return switch (source) {
      case DISCOUNT_SOURCE_MANUAL -> "MANUAL";
      case DISCOUNT_SOURCE_MEMBER -> "MEMBER";
      case DISCOUNT_SOURCE_STAFF -> "STAFF";
      case DISCOUNT_SOURCE_COUPON -> "COUPON";
      default -> throw invalid("discounts");
    };
  }

  private static long soldAt(long ms) {
    if (ms <= 0 || ms >= LAST.toEpochMilli()) {
      throw invalid("time");
    }
    return ms;
  }

  private static long bounded(long value) {
    if (Math.abs(Math.max(value, -Long.MAX_VALUE)) > MOST) {
      throw invalid("figure");
    }
    return value;
  }

  /** As it is given, where a lane can have so many or so much. */
  static long announced(long value) {
    return notNegative(value, "announced");
  }

  private static long notNegative(long value, String what) {
    if (value < 0) {
      throw invalid(what);
    }
    return bounded(value);
  }

  private static long positive(long value, String what) {
    if (value < 1) {
      throw invalid(what);
    }
    return bounded(value);
  }

  private static byte[] link(String hex) {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw invalid("link");
    }
    return HexFormat.of().parseHex(hex);
  }

  private static Refusal invalid(String what) {
    return new Refusal(Reason.EMERGENCY_INVALID).with("what", what);
  }

  /**
   * A basket that was given up, as it came over the wire.
   *
   * @throws Refusal EMERGENCY_INVALID naming what; ID_INVALID, TEXT_INVALID
   */
  static EmergencyVoid givenUp(PostEmergencyVoidRequest message) {
    if (!message.getOperatorNumber().matches("\\d{1,8}")) {
      throw invalid("operator");
    }
    return new EmergencyVoid(
        Admissions.idOf(message.getBasketId(), Reason.ID_INVALID),
        (int) positive(message.getGeneration(), "generation"),
        Admissions.idOf(message.getShiftId(), Reason.ID_INVALID),
        message.getOperatorNumber(),
        Instant.ofEpochMilli(soldAt(message.getVoidedAtMs())),
        (int) notNegative(message.getLineCount(), "lines"),
        bounded(message.getLinesMinor()),
        (int) notNegative(message.getVoidedLineCount(), "lines"),
        bounded(message.getVoidedLinesMinor()),
        Texts.plain(message.getReason()));
  }

  static byte[] voided(boolean known) {
    return PostEmergencyVoidResponse.newBuilder().setKnown(known).build().toByteArray();
  }

  static byte[] taken(EmergencyReceipt.Taken taken) {
    PostEmergencySaleResponse.Builder message =
        PostEmergencySaleResponse.newBuilder()
            .setOutcome(outcome(taken.outcome()))
            .setSaleId(taken.saleId().toString());
    for (EmergencyReceipt.Difference difference : taken.differences()) {
      EmergencyDifference told = difference(difference);
      int bytes = message.build().getSerializedSize() + told.getSerializedSize();
      if (message.getDifferencesCount() == MOST_TOLD || bytes > MOST_TOLD_BYTES) {
        break;
      }
      message.addDifferences(told);
    }
    return message.build().toByteArray();
  }

  private static EmergencyOutcome outcome(EmergencyReceipt.Outcome outcome) {
    return EmergencyOutcome.valueOf("EMERGENCY_OUTCOME_" + outcome);
  }

  private static EmergencyDifference difference(EmergencyReceipt.Difference difference) {
    return EmergencyDifference.newBuilder()
        .setKind(EmergencyDifferenceKind.valueOf("EMERGENCY_DIFFERENCE_KIND_" + difference.kind()))
        .setLine(difference.lineNo())
        .setAtLane(difference.atLane())
        .setAtServer(difference.atServer())
        .build();
  }

  static int pageSize(int asked) {
    return asked <= 0 ? 50 : Math.min(asked, 200);
  }

  /**
   * Where a page begins.
   *
   * @throws Refusal EMERGENCY_INVALID for a token that no page gave
   */
  static EmergencyDao.Behind behind(String token) {
    if (token.isEmpty()) {
      return new EmergencyDao.Behind(LAST, Integer.MAX_VALUE, Long.MAX_VALUE);
    }
    if (!token.matches("\\d{1,18}-\\d{1,9}-\\d{1,18}")) {
      throw invalid("page token");
    }
    String[] parts = token.split("-", -1);
    return new EmergencyDao.Behind(
        Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
        Integer.parseInt(parts[1]),
        Long.parseLong(parts[2]));
  }

  static ListEmergencySalesResponse page(EmergencySales.Page page) {
    ListEmergencySalesResponse.Builder message = ListEmergencySalesResponse.newBuilder();
    for (int i = 0; i < page.receipts().size(); i++) {
      EmergencyDao.ListedRow row = page.receipts().get(i);
      EmergencySale.Builder sale =
          EmergencySale.newBuilder()
              .setTerminal(row.terminal())
              .setNumber(row.number())
              .setSoldAtMs(row.soldAtMs())
              .setReceivedAtMs(row.receivedAt().toEpochMilli())
              .setOperatorName(row.operator())
              .setTotalMinor(row.totalMinor())
              .setOutcome(outcome(row.outcome()))
              .setSaleId(row.saleId().toString());
      page.differences()
          .getOrDefault(i, List.of())
          .forEach(difference -> sale.addDifferences(difference(difference)));
      message.addSales(sale);
      if (page.more() && i == page.receipts().size() - 1) {
        message.setNextPageToken(
            ChronoUnit.MICROS.between(Instant.EPOCH, row.receivedAt())
                + "-"
                + row.terminalId()
                + "-"
                + row.number());
      }
    }
    return message.build();
  }
}
