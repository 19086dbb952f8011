package id.lajur.backoffice.items;

import id.lajur.backoffice.shell.Desk;
import id.lajur.catalog.v1.ApplyPriceChangeRequest;
import id.lajur.catalog.v1.ApplyPriceChangeResponse;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.ListPriceLevelsRequest;
import id.lajur.catalog.v1.NewPrice;
import id.lajur.catalog.v1.PreviewPriceChangeRequest;
import id.lajur.catalog.v1.PriceLevelServiceGrpc;
import id.lajur.catalog.v1.PriceLine;
import id.lajur.catalog.v1.PriceProblem;
import id.lajur.catalog.v1.PriceRule;
import id.lajur.kit.connection.StoreConnection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A change of many prices, done by the store's server. */
final class ServerRepricing implements RepriceActions {
  private final Desk desk;
  private final ItemServiceGrpc.ItemServiceBlockingStub items;
  private final PriceLevelServiceGrpc.PriceLevelServiceBlockingStub levels;

  ServerRepricing(Desk desk) {
    this.desk = desk;
    this.items = ItemServiceGrpc.newBlockingStub(desk.connection().channel());
    this.levels = PriceLevelServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<List<Repricing.Level>> levels() {
    return desk.ask(
        () ->
            levels
                .listPriceLevels(ListPriceLevelsRequest.getDefaultInstance())
                .getPriceLevelsList()
                .stream()
                .filter(level -> !level.getRetail())
                .map(level -> new Repricing.Level(level.getCode(), level.getName()))
                .toList());
  }

  @Override
  public CompletableFuture<Repricing.Preview> preview(List<String> itemCodes, Repricing.Rule rule) {
    var request =
        PreviewPriceChangeRequest.newBuilder()
            .addAllItemCodes(itemCodes)
            .setRule(message(rule))
            .setEffectiveAtMs(moment(rule.from()))
            .setPriceLevel(rule.which().level())
            .setOfRetail(rule.which().ofRetail())
            .build();
    return desk.ask(() -> items.previewPriceChange(request))
        .thenApply(
            found ->
                new Repricing.Preview(
                    rule, found.getLinesList().stream().map(ServerRepricing::line).toList()));
  }

  private static PriceRule message(Repricing.Rule rule) {
    PriceRule.Builder message =
        PriceRule.newBuilder().setStepMinor(rule.stepMinor()).setLessMinor(rule.lessMinor());
    return switch (rule.way()) {
      case PERCENT -> message.setPercentMicro(rule.value()).build();
      case AMOUNT -> message.setAmountMinor(rule.value()).build();
      case MARGIN -> message.setMarginMicro(rule.value()).build();
    };
  }

  private long moment(Optional<LocalDate> from) {
    return from.map(day -> day.atStartOfDay(desk.store().zone()).toInstant().toEpochMilli())
        .orElse(0L);
  }

  private static Repricing.Line line(PriceLine line) {
    PriceProblem problem = line.getProblem();
    return new Repricing.Line(
        line.getItemCode(),
        line.getName(),
        line.getUnit(),
        line.hasBeforeMinor() ? line.getBeforeMinor() : null,
        line.hasPriceMinor() ? line.getPriceMinor() : null,
        line.hasMarginBeforeMicro() ? line.getMarginBeforeMicro() : null,
        line.hasMarginMicro() ? line.getMarginMicro() : null,
        problem == PriceProblem.PRICE_PROBLEM_UNSPECIFIED || problem == PriceProblem.UNRECOGNIZED
            ? ""
            : problem.name().substring("PRICE_PROBLEM_".length()));
  }

  @Override
  public CompletableFuture<Integer> apply(Repricing.Preview preview) {
    ApplyPriceChangeRequest.Builder request =
        ApplyPriceChangeRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setEffectiveAtMs(moment(preview.rule().from()))
            .setPriceLevel(preview.rule().which().level());
    for (Repricing.Line line : preview.changing()) {
      Long price = line.priceMinor();
      Long before = line.beforeMinor();
      if (price != null) {
        NewPrice.Builder one =
            NewPrice.newBuilder()
                .setItemCode(line.itemCode())
                .setUnit(line.unit())
                .setPriceMinor(price);
        request.addPrices(before == null ? one : one.setBeforeMinor(before));
      }
    }
    var sent = request.build();
    return desk.command(() -> items.applyPriceChange(sent))
        .thenApply(ApplyPriceChangeResponse::getPriceCount);
  }
}
