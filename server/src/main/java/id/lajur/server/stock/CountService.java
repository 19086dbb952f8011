package id.lajur.server.stock;

import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.security.Admissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import id.lajur.stock.v1.AddFigureRequest;
import id.lajur.stock.v1.AddFigureResponse;
import id.lajur.stock.v1.CancelCountRequest;
import id.lajur.stock.v1.CancelCountResponse;
import id.lajur.stock.v1.Count;
import id.lajur.stock.v1.CountLine;
import id.lajur.stock.v1.CountServiceGrpc;
import id.lajur.stock.v1.CountState;
import id.lajur.stock.v1.FigureKind;
import id.lajur.stock.v1.GetCountRequest;
import id.lajur.stock.v1.GetCountResponse;
import id.lajur.stock.v1.ListCountsRequest;
import id.lajur.stock.v1.ListCountsResponse;
import id.lajur.stock.v1.OpenCountRequest;
import id.lajur.stock.v1.OpenCountResponse;
import id.lajur.stock.v1.PostCountRequest;
import id.lajur.stock.v1.PostCountResponse;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;

/** Adapter of counts. */
public final class CountService extends CountServiceGrpc.CountServiceImplBase
    implements AutoCloseable {
  private final Calls calls;
  private final Adjusting adjusting;
  private final Counts counts;
  private final CountPosting posting;

  public CountService(Calls calls, Jdbi jdbi, Posting posting, Clock clock, StoreZone zone) {
    this.calls = calls;
    this.adjusting = new Adjusting(jdbi, posting, clock, zone);
    this.counts = new Counts(jdbi, clock);
    this.posting = new CountPosting(jdbi, posting, adjusting, clock, CountService::posted);
  }

  /** Goes on with the counts that an earlier server left half posted. */
  public void resume(int storeId) {
    posting.resume(storeId);
  }

  @Override
  public void close() {
    posting.close();
  }

  private static byte[] posted(UUID countId, int differences) {
    return PostCountResponse.newBuilder()
        .setCountId(countId.toString())
        .setDifferenceCount(differences)
        .build()
        .toByteArray();
  }

  @Override
  public void openCount(OpenCountRequest request, StreamObserver<OpenCountResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        OpenCountResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                counts.open(
                    acting.command(),
                    new Counts.Sheet(
                        adjusting.location(acting.caller(), Texts.plain(request.getLocation())),
                        Texts.plain(request.getName()),
                        Texts.plain(request.getDepartment()),
                        request.getItemCodesList().stream().map(Texts::code).toList()),
                    OpenCountResponse.newBuilder()
                        .setCountId(acting.requestId().toString())
                        .build()
                        .toByteArray())));
  }

  @Override
  public void addFigure(AddFigureRequest request, StreamObserver<AddFigureResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        AddFigureResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                counts.figure(
                    acting.command(),
                    Admissions.idOf(request.getCountId(), Reason.ID_INVALID),
                    new Counts.Figure(
                        Texts.scan(request.getCode()),
                        request.getQuantityMilli(),
                        request.getKind() == FigureKind.FIGURE_KIND_ADD),
                    line ->
                        AddFigureResponse.newBuilder().setLine(line(line)).build().toByteArray())));
  }

  @Override
  public void listCounts(ListCountsRequest request, StreamObserver<ListCountsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Counts.Page page =
              counts.page(caller.storeId(), request.getPageSize(), request.getPageToken());
          return ListCountsResponse.newBuilder()
              .addAllCounts(page.heads().stream().map(CountService::head).toList())
              .setNextPageToken(page.nextToken())
              .build();
        });
  }

  @Override
  public void getCount(GetCountRequest request, StreamObserver<GetCountResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Counts.Whole whole =
              counts.read(
                  caller.storeId(), Admissions.idOf(request.getCountId(), Reason.ID_INVALID));
          return GetCountResponse.newBuilder()
              .setCount(head(whole.head()))
              .addAllLines(whole.lines().stream().map(CountService::line).toList())
              .build();
        });
  }

  @Override
  public void postCount(PostCountRequest request, StreamObserver<PostCountResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        PostCountResponse.parser(),
        acting ->
            posting.post(
                acting.command(), Admissions.idOf(request.getCountId(), Reason.ID_INVALID)));
  }

  @Override
  public void cancelCount(
      CancelCountRequest request, StreamObserver<CancelCountResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CancelCountResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                counts.cancel(
                    acting.command(),
                    Admissions.idOf(request.getCountId(), Reason.ID_INVALID),
                    CancelCountResponse.getDefaultInstance().toByteArray())));
  }

  private static Count head(CountDao.Head head) {
    return Count.newBuilder()
        .setCountId(head.countId().toString())
        .setName(head.name())
        .setState(CountState.valueOf("COUNT_STATE_" + head.state()))
        .setLocation(head.location())
        .setOpenedAtMs(head.openedAt().toEpochMilli())
        .setOpenedBy(head.openedBy())
        .setEndedAtMs(head.endedAt() == null ? 0 : head.endedAt().toEpochMilli())
        .setEndedBy(Objects.requireNonNullElse(head.endedBy(), ""))
        .setItemCount(head.itemCount())
        .setCountedCount(head.countedCount())
        .build();
  }

  private static CountLine line(CountDao.Line line) {
    CountLine.Builder message =
        CountLine.newBuilder()
            .setItemCode(line.itemCode())
            .setName(line.name())
            .setBaseUnit(line.baseUnit())
            .setDepartment(line.department())
            .setCountedAtMs(line.countedAt() == null ? 0 : line.countedAt().toEpochMilli())
            .setCountedBy(Objects.requireNonNullElse(line.countedBy(), ""))
            .setFigureCount(line.figureCount())
            .setOnSheet(line.onSheet());
    Long counted = line.countedMilli();
    Long book = line.bookMilli();
    if (counted != null && book != null) {
      message
          .setCountedMilli(counted)
          .setBookMilli(book)
          .setDifferenceMilli(line.differenceMilli());
    }
    return message.build();
  }
}
