package id.lajur.pos.window;

import id.lajur.catalog.v1.ItemOffer;
import id.lajur.catalog.v1.OfferAtLevel;
import id.lajur.catalog.v1.PriceLevel;
import id.lajur.customer.v1.FindMembersResponse;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.widget.QuickKeyFace;
import id.lajur.people.v1.GetTerminalResponse;
import id.lajur.people.v1.Operator;
import id.lajur.people.v1.Store;
import id.lajur.pos.emergency.Shelf;
import id.lajur.pos.emergency.ShelfCopy;
import id.lajur.pos.receipt.ReceiptLayout;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.Denominations;
import id.lajur.pos.screen.ItemMatch;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.MemberView;
import id.lajur.pos.screen.MembersFound;
import id.lajur.pos.screen.OldReceiptView;
import id.lajur.pos.screen.OperatorView;
import id.lajur.pos.screen.PriceLevelView;
import id.lajur.pos.screen.QuickKey;
import id.lajur.pos.screen.QuickPage;
import id.lajur.pos.screen.QuickPages;
import id.lajur.pos.screen.QuickPicture;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.screen.TakenTender;
import id.lajur.pos.screen.TenderKindView;
import id.lajur.pos.screen.TerminalView;
import id.lajur.pos.screen.WaitingView;
import id.lajur.pos.session.LaneSession;
import id.lajur.rules.amount.Numbers;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PriceSource;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ReceiptLine;
import id.lajur.sale.v1.Tender;
import id.lajur.sale.v1.TenderKind;
import id.lajur.sale.v1.Totals;
import id.lajur.sale.v1.WaitingBasket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The contract's messages as the screen shows them. */
final class LaneViews {

  private LaneViews() {}

  static TerminalView terminal(GetTerminalResponse answer, QuickPages quickPages) {
    Store store = answer.getStore();
    return new TerminalView(
        store.getName(),
        store.getAddress(),
        lane(answer.getTerminal().getCode()),
        ShopCurrency.of(store.getCurrency(), store.getAmountUnitMinor()),
        ZoneId.of(store.getTimeZone()),
        Denominations.of(store.getCurrency()),
        quickPages,
        store.getTraining());
  }

  /**
   * The pages of quick keys with the prices of a moment, as the lane's copy of the shelf has it.
   */
  static QuickPages quickPages(ShelfCopy shelf, Instant now) {
    Shelf goods = shelf.now();
    return QuickPages.of(
        goods.quickKeys().getPagesList().stream()
            .map(
                page ->
                    new QuickPage(
                        page.getName(),
                        page.getKeysList().stream()
                            .filter(key -> key.getPlace() >= 0)
                            .filter(key -> key.getPlace() < QuickKeyFace.LETTERS.length())
                            .map(key -> quickKey(key, goods, shelf, now))
                            .toList()))
            .toList());
  }

  private static QuickKey quickKey(
      id.lajur.catalog.v1.QuickKey key, Shelf goods, ShelfCopy shelf, Instant now) {
    return new QuickKey(
        key.getPlace(),
        key.getLabel(),
        key.getSellCode(),
        key.getRgb(),
        goods.priceMinor(key.getItemCode(), key.getUnitNo(), now),
        key.getWeighed() ? key.getUnit() : "",
        shelf
            .picture(key.getPicture())
            .map(content -> new QuickPicture(key.getPicture(), content)));
  }

  /**
   * @param begun what the server says of him; nothing where the lane let him on alone
   */
  static OperatorView operator(LaneSession.Begun begun) {
    Optional<Operator> told = begun.told();
    return new OperatorView(
        begun.who().number(),
        begun.who().name(),
        told.flatMap(operator -> Language.of(operator.getLanguage())),
        told.map(operator -> Set.copyOf(operator.getPermissionsList())).orElse(Set.of()),
        begun.idleMinutes());
  }

  /** "3" of L03: what people call the lane; another code stays as it is. */
  static String lane(String code) {
    return code.matches("L0*[1-9]\\d*") ? code.replaceFirst("L0*", "") : code;
  }

  static BasketView basket(Basket basket) {
    Totals totals = basket.getTotals();
    return new BasketView(
        basket.getLinesList().stream()
            .map(line -> line(line, basket.getBuyer().getPriceLevelName()))
            .toList(),
        totals.getTotalMinor(),
        totals.getCashDueMinor(),
        totals.getSavedMinor(),
        totals.getLineCount(),
        totals.getPieceCount(),
        basket.getBuyer().getMemberNumber().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new MemberView(
                    basket.getBuyer().getMemberName(), basket.getBuyer().getMemberNumber())),
        basket.getBuyer().getRetail() ? "" : basket.getBuyer().getPriceLevelName());
  }

  static MembersFound members(FindMembersResponse found) {
    return new MembersFound(
        found.getMembersList().stream()
            .map(
                member ->
                    new MembersFound.Match(
                        member.getNumber(),
                        member.getName(),
                        member.getPhoneEnd(),
                        member.getPriceLevelName()))
            .toList(),
        found.getMore());
  }

  static PriceLevelView priceLevel(PriceLevel level) {
    return new PriceLevelView(level.getCode(), level.getName(), level.getRetail());
  }

  static LineView line(BasketLine line) {
    return line(line, "");
  }

  /** A line that sells at a level says so, where no discount has to. */
  private static LineView line(BasketLine line, String level) {
    boolean tagged =
        line.getPriceSource() == PriceSource.PRICE_SOURCE_LEVEL
            && line.getDiscountMinor() == 0
            && !line.getVoided();
    return new LineView(
        line.getLineId(),
        line.getBarcode(),
        line.getName(),
        line.getUnit(),
        line.getQuantityMilli(),
        line.getWeighed(),
        line.getPriceMinor(),
        line.getVoided() ? 0 : line.getDiscountMinor(),
        line.getVoided() ? 0 : line.getTotalMinor(),
        tagged ? level : "",
        line.getVoided()
            ? Optional.of(Instant.ofEpochMilli(line.getVoidedAtMs()))
            : Optional.empty());
  }

  static TenderKindView tenderKind(TenderKind kind) {
    return new TenderKindView(
        kind.getCode(),
        kind.getName(),
        kind.getCash(),
        kind.getGivesChange(),
        kind.getNeedsReference());
  }

  static List<Tender> tenders(List<TakenTender> taken) {
    return taken.stream()
        .map(
            tender ->
                Tender.newBuilder()
                    .setKind(tender.kind().code())
                    .setAmountMinor(tender.amountMinor())
                    .setReference(tender.reference())
                    .build())
        .toList();
  }

  /** Baskets put aside, then those that are open at other lanes than this one. */
  static List<WaitingView> waiting(List<WaitingBasket> all, String here) {
    return Stream.concat(
            all.stream().filter(LaneViews::isSuspended),
            all.stream().filter(b -> !isSuspended(b) && !b.getTerminal().equals(here)))
        .map(LaneViews::waiting)
        .toList();
  }

  private static boolean isSuspended(WaitingBasket basket) {
    return basket.getState() == BasketState.BASKET_STATE_SUSPENDED;
  }

  private static WaitingView waiting(WaitingBasket basket) {
    return new WaitingView(
        basket.getBasketId(),
        basket.getSuspendNumber(),
        lane(basket.getTerminal()),
        basket.getOperator(),
        Instant.ofEpochMilli(basket.getSinceMs()),
        basket.getLineCount(),
        basket.getTotalMinor());
  }

  /**
   * A sale as the screen says that it is done.
   *
   * @param fetched whether its receipt could be read
   */
  static ReceiptView receipt(LaneSession.Sold sold, List<TakenTender> tenders, boolean fetched) {
    long cash =
        tenders.stream()
            .filter(tender -> tender.kind().cash())
            .mapToLong(TakenTender::amountMinor)
            .sum();
    long all = tenders.stream().mapToLong(TakenTender::amountMinor).sum();
    return new ReceiptView(
        sold.number(),
        sold.totalMinor(),
        Math.max(0, cash),
        all - cash,
        sold.changeMinor() + Math.max(0, -cash),
        fetched);
  }

  /** A receipt with what it sold; what came back by it is left out. */
  static OldReceiptView oldReceipt(Receipt receipt) {
    return new OldReceiptView(
        ReceiptLayout.number(receipt),
        Instant.ofEpochMilli(receipt.getSoldAtMs()),
        receipt.getOperatorName(),
        receipt.getLinesList().stream()
            .filter(line -> line.getKind() == LineKind.LINE_KIND_SALE)
            .map(line -> oldLine(receipt, line))
            .toList());
  }

  private static OldReceiptView.Line oldLine(Receipt receipt, ReceiptLine line) {
    return new OldReceiptView.Line(
        receipt.getSaleId(),
        line.getLineNo(),
        line.getCode(),
        line.getName(),
        line.getUnit(),
        line.getWeighed(),
        line.getQuantityMilli() - line.getReturnedMilli(),
        paidMinor(line, Math.max(1, receipt.getAmountUnitMinor())));
  }

  /** For one; where discounts were given, rounded down to what money the store counts in. */
  private static long paidMinor(ReceiptLine line, long unitMinor) {
    boolean reduced = line.getDiscountMinor() != 0 || line.getBasketDiscountMinor() != 0;
    if (!reduced || line.getQuantityMilli() == 0) {
      return line.getPriceMinor();
    }
    long paid = line.getTotalMinor() - line.getBasketDiscountMinor();
    return Numbers.mulDiv(paid, 1_000, line.getQuantityMilli()) / unitMinor * unitMinor;
  }

  /**
   * @param level code of the price level that the basket at hand is sold at; empty = retail
   */
  static ItemMatch match(ItemOffer offer, String level) {
    long factor = Math.max(1, offer.getUnitFactorMilli());
    return new ItemMatch(
        offer.getBarcode().isEmpty() ? offer.getItemCode() : offer.getBarcode(),
        offer.getName(),
        offer.getUnit(),
        priceMinor(offer, level),
        Math.floorDiv(offer.getStockMilli() * 1_000, factor),
        offer.getWeighed());
  }

  private static OptionalLong priceMinor(ItemOffer offer, String level) {
    OptionalLong atLevel =
        offer.getAtLevelsList().stream()
            .filter(at -> at.getPriceLevel().equals(level))
            .mapToLong(OfferAtLevel::getPriceMinor)
            .findFirst();
    boolean retail = atLevel.isEmpty() && offer.hasPriceMinor();
    return retail ? OptionalLong.of(offer.getPriceMinor()) : atLevel;
  }
}
