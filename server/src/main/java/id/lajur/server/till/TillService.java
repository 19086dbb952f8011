package id.lajur.server.till;

import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.wire.Calls;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.CloseShiftResponse;
import id.lajur.till.v1.OpenShiftRequest;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.TillServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Adapter of the till. */
public final class TillService extends TillServiceGrpc.TillServiceImplBase {
  private static final long MOST_FLOAT_MINOR = 10_000_000_000L;

  private final Calls calls;
  private final Posting posting;
  private final Clock clock;
  private final ZoneId zone;

  /**
   * @param zone of the store: decides which date a shift opens
   */
  public TillService(Calls calls, Posting posting, Clock clock, ZoneId zone) {
    this.calls = calls;
    this.posting = posting;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void openShift(OpenShiftRequest request, StreamObserver<OpenShiftResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        OpenShiftResponse.parser(),
        acting -> {
          if (request.getFloatMinor() < 0 || request.getFloatMinor() > MOST_FLOAT_MINOR) {
            throw new Refusal(Reason.AMOUNT_INVALID).with("most", MOST_FLOAT_MINOR);
          }
          Instant now = clock.instant();
          return posting.post(
              new ShiftOpening(
                  acting.command(),
                  request.getFloatMinor(),
                  now,
                  LocalDate.ofInstant(now, zone),
                  TillService::answer));
        });
  }

  @Override
  public void closeShift(CloseShiftRequest request, StreamObserver<CloseShiftResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CloseShiftResponse.parser(),
        acting ->
            posting.post(
                new ShiftClosing(
                    acting.command(),
                    acting.caller().shiftOrThrow().shiftId(),
                    TillMessages.count(request),
                    clock.instant(),
                    z -> TillMessages.closed(z, acting.caller()))));
  }

  private static byte[] answer(ShiftOpening.Opened opened) {
    return OpenShiftResponse.newBuilder()
        .setShiftId(opened.shiftId().toString())
        .setNumber(opened.number())
        .setBusinessDate(opened.businessDate().toString())
        .setOpenedAtMs(opened.openedAt().toEpochMilli())
        .build()
        .toByteArray();
  }
}
