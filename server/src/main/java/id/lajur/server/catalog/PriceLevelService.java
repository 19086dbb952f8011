package id.lajur.server.catalog;

import id.lajur.catalog.v1.LevelPrice;
import id.lajur.catalog.v1.ListLevelPricesRequest;
import id.lajur.catalog.v1.ListLevelPricesResponse;
import id.lajur.catalog.v1.ListPriceLevelsRequest;
import id.lajur.catalog.v1.ListPriceLevelsResponse;
import id.lajur.catalog.v1.PriceLevelServiceGrpc;
import id.lajur.catalog.v1.SavePriceLevelRequest;
import id.lajur.catalog.v1.SavePriceLevelResponse;
import id.lajur.catalog.v1.SetLevelPriceRequest;
import id.lajur.catalog.v1.SetLevelPriceResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Adapter of price levels. */
public final class PriceLevelService extends PriceLevelServiceGrpc.PriceLevelServiceImplBase {
  private final Calls calls;
  private final PriceLevels levels;

  public PriceLevelService(Calls calls, PriceLevels levels) {
    this.calls = calls;
    this.levels = levels;
  }

  @Override
  public void listPriceLevels(
      ListPriceLevelsRequest request, StreamObserver<ListPriceLevelsResponse> observer) {
    calls.look(
        observer,
        caller ->
            ListPriceLevelsResponse.newBuilder()
                .addAllPriceLevels(
                    levels.list(caller.storeId()).stream().map(PriceLevelService::message).toList())
                .build());
  }

  @Override
  public void savePriceLevel(
      SavePriceLevelRequest request, StreamObserver<SavePriceLevelResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        SavePriceLevelResponse.parser(),
        acting -> {
          PriceLevel asked =
              new PriceLevel(
                  0,
                  Texts.code(request.getPriceLevel().getCode()),
                  Texts.plain(request.getPriceLevel().getName()));
          return CompletableFuture.completedFuture(
              levels.save(
                  acting.command(),
                  asked,
                  SavePriceLevelResponse.newBuilder()
                      .setPriceLevel(
                          id.lajur.catalog.v1.PriceLevel.newBuilder()
                              .setCode(asked.code())
                              .setName(asked.name()))
                      .build()
                      .toByteArray()));
        });
  }

  @Override
  public void listLevelPrices(
      ListLevelPricesRequest request, StreamObserver<ListLevelPricesResponse> observer) {
    calls.look(
        observer,
        caller ->
            ListLevelPricesResponse.newBuilder()
                .addAllPrices(
                    levels.prices(caller.storeId(), Texts.code(request.getItemCode())).stream()
                        .map(
                            price ->
                                LevelPrice.newBuilder()
                                    .setUnit(price.unit())
                                    .setPriceLevel(price.level())
                                    .setPriceMinor(price.priceMinor())
                                    .build())
                        .toList())
                .build());
  }

  @Override
  public void setLevelPrice(
      SetLevelPriceRequest request, StreamObserver<SetLevelPriceResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        SetLevelPriceResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                levels.set(
                    acting.command(),
                    asked(request),
                    from ->
                        SetLevelPriceResponse.newBuilder()
                            .setEffectiveAtMs(from.toEpochMilli())
                            .build()
                            .toByteArray())));
  }

  private static PriceLevels.Asked asked(SetLevelPriceRequest request) {
    return new PriceLevels.Asked(
        Texts.code(request.getItemCode()),
        Texts.plain(request.getUnit()),
        Texts.code(request.getPriceLevel()),
        request.hasPriceMinor() ? (@Nullable Long) request.getPriceMinor() : null,
        moment(request.getEffectiveAtMs()));
  }

  private static @Nullable Instant moment(long epochMs) {
    if (epochMs < 0) {
      throw new Refusal(Reason.MOMENT_INVALID).with("effectiveAtMs", epochMs);
    }
    return epochMs == 0 ? null : Instant.ofEpochMilli(epochMs);
  }

  private static id.lajur.catalog.v1.PriceLevel message(PriceLevel level) {
    return id.lajur.catalog.v1.PriceLevel.newBuilder()
        .setCode(level.code())
        .setName(level.name())
        .setRetail(level.levelNo() == 0)
        .build();
  }
}
