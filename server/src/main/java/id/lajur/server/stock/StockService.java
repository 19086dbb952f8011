package id.lajur.server.stock;

import id.lajur.rules.code.Gtin;
import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import id.lajur.stock.v1.AdjustStockRequest;
import id.lajur.stock.v1.AdjustStockResponse;
import id.lajur.stock.v1.Adjustment;
import id.lajur.stock.v1.DocumentKind;
import id.lajur.stock.v1.GetAdjustmentRequest;
import id.lajur.stock.v1.GetAdjustmentResponse;
import id.lajur.stock.v1.GetStockCardRequest;
import id.lajur.stock.v1.GetStockCardResponse;
import id.lajur.stock.v1.ListAdjustmentsRequest;
import id.lajur.stock.v1.ListAdjustmentsResponse;
import id.lajur.stock.v1.PostedAdjustmentLine;
import id.lajur.stock.v1.StockMove;
import id.lajur.stock.v1.StockServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Adapter of the stock card and of adjustments. */
public final class StockService extends StockServiceGrpc.StockServiceImplBase {
  private final Calls calls;
  private final Adjusting adjusting;
  private final StockCard card;

  public StockService(Calls calls, Jdbi jdbi, Posting posting, Clock clock, StoreZone zone) {
    this.calls = calls;
    this.adjusting = new Adjusting(jdbi, posting, clock, zone);
    this.card = new StockCard(jdbi);
  }

  @Override
  public void getStockCard(
      GetStockCardRequest request, StreamObserver<GetStockCardResponse> observer) {
    calls.look(
        observer,
        caller -> {
          String code = Texts.scan(request.getItemCode());
          int locationId = adjusting.location(caller, Texts.plain(request.getLocation()));
          StockCard.Page page =
              card.page(
                  caller.storeId(),
                  locationId,
                  code,
                  Gtin.key(code),
                  request.getPageSize(),
                  request.getPageToken());
          return GetStockCardResponse.newBuilder()
              .setItemCode(page.head().code())
              .setName(page.head().name())
              .setBaseUnit(page.head().baseUnit())
              .setLocation(request.getLocation())
              .setQuantityMilli(page.now().quantityMilli())
              .setValueMinor(page.now().valueMinor())
              .addAllMoves(page.lines().stream().map(StockService::move).toList())
              .setNextPageToken(page.nextToken())
              .build();
        });
  }

  private static StockMove move(StockCard.Line line) {
    StockCard.Move move = line.move();
    return StockMove.newBuilder()
        .setDocumentId(Objects.requireNonNullElse(move.documentId(), move.postingId()).toString())
        .setDocumentKind(kind(move))
        .setDocumentNumber(Objects.requireNonNullElse(move.number(), ""))
        .setNote(Objects.requireNonNullElse(move.note(), ""))
        .setOccurredAtMs(move.occurredAt().toEpochMilli())
        .setOperatorName(move.operatorName())
        .setTerminal(move.terminal())
        .setQuantityMilli(move.quantityMilli())
        .setValueMinor(move.valueMinor())
        .setQuantityAfterMilli(line.quantityAfterMilli())
        .setValueAfterMinor(line.valueAfterMinor())
        .setReason(reason(move.reason()))
        .build();
  }

  private static DocumentKind kind(StockCard.Move move) {
    return switch (move.kind()) {
      case "SALE" -> DocumentKind.DOCUMENT_KIND_SALE;
      case "GOODS_RECEIPT" -> DocumentKind.DOCUMENT_KIND_GOODS_RECEIPT;
      case "STOCK_ADJUSTED" ->
          move.reason() == AdjustmentReason.COUNT
              ? DocumentKind.DOCUMENT_KIND_COUNT
              : DocumentKind.DOCUMENT_KIND_ADJUSTMENT;
      default -> DocumentKind.DOCUMENT_KIND_UNSPECIFIED;
    };
  }

  private static id.lajur.stock.v1.AdjustmentReason reason(@Nullable AdjustmentReason reason) {
    return reason == null
        ? id.lajur.stock.v1.AdjustmentReason.ADJUSTMENT_REASON_UNSPECIFIED
        : id.lajur.stock.v1.AdjustmentReason.valueOf("ADJUSTMENT_REASON_" + reason);
  }

  @Override
  public void adjustStock(
      AdjustStockRequest request, StreamObserver<AdjustStockResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        AdjustStockResponse.parser(),
        acting ->
            adjusting.adjust(
                acting.caller(),
                acting.command(),
                asked(request),
                posted ->
                    AdjustStockResponse.newBuilder()
                        .setDocumentId(posted.documentId().toString())
                        .setValueMinor(posted.valueMinor())
                        .build()
                        .toByteArray()));
  }

  private static Adjusting.Asked asked(AdjustStockRequest request) {
    return new Adjusting.Asked(
        switch (request.getReason()) {
          case ADJUSTMENT_REASON_DAMAGED -> AdjustmentReason.DAMAGED;
          case ADJUSTMENT_REASON_EXPIRED -> AdjustmentReason.EXPIRED;
          case ADJUSTMENT_REASON_LOST -> AdjustmentReason.LOST;
          case ADJUSTMENT_REASON_FOUND -> AdjustmentReason.FOUND;
          case ADJUSTMENT_REASON_OWN_USE -> AdjustmentReason.OWN_USE;
          case ADJUSTMENT_REASON_PROMOTION -> AdjustmentReason.PROMOTION;
          default -> throw new Refusal(Reason.ADJUSTMENT_REASON_INVALID);
        },
        Texts.plain(request.getNote()),
        Texts.plain(request.getLocation()),
        request.getLinesList().stream()
            .map(line -> new Adjusting.Typed(Texts.scan(line.getCode()), line.getQuantityMilli()))
            .toList());
  }

  @Override
  public void listAdjustments(
      ListAdjustmentsRequest request, StreamObserver<ListAdjustmentsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Adjusting.Page page =
              adjusting.page(caller.storeId(), request.getPageSize(), request.getPageToken());
          return ListAdjustmentsResponse.newBuilder()
              .addAllAdjustments(page.rows().stream().map(StockService::head).toList())
              .setNextPageToken(page.nextToken())
              .build();
        });
  }

  @Override
  public void getAdjustment(
      GetAdjustmentRequest request, StreamObserver<GetAdjustmentResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Adjusting.Whole whole =
              adjusting.find(
                  caller.storeId(), Admissions.idOf(request.getDocumentId(), Reason.ID_INVALID));
          return GetAdjustmentResponse.newBuilder()
              .setAdjustment(head(whole.head()))
              .addAllLines(whole.lines().stream().map(StockService::line).toList())
              .build();
        });
  }

  private static Adjustment head(AdjustmentDao.HeadRow row) {
    return Adjustment.newBuilder()
        .setDocumentId(row.documentId().toString())
        .setReason(reason(row.reason()))
        .setNote(row.note())
        .setOccurredAtMs(row.occurredAt().toEpochMilli())
        .setOperatorName(row.operatorName())
        .setTerminal(row.terminal())
        .setLocation(row.location())
        .setLineCount(row.lineCount())
        .setValueMinor(row.valueMinor())
        .build();
  }

  private static PostedAdjustmentLine line(AdjustmentDao.PostedLine line) {
    return PostedAdjustmentLine.newBuilder()
        .setItemCode(line.itemCode())
        .setName(line.name())
        .setUnit(line.unit())
        .setQuantityMilli(line.quantityMilli())
        .setValueMinor(line.valueMinor())
        .build();
  }
}
