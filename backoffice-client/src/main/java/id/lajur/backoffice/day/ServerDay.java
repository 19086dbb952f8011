package id.lajur.backoffice.day;

import id.lajur.backoffice.day.OpenThing.Kind;
import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.EmergencyOutcome;
import id.lajur.sale.v1.EmergencySale;
import id.lajur.sale.v1.EmergencyServiceGrpc;
import id.lajur.sale.v1.ListEmergencySalesRequest;
import id.lajur.sale.v1.ListEmergencySalesResponse;
import id.lajur.till.v1.CloseDayRequest;
import id.lajur.till.v1.CloseDayResponse;
import id.lajur.till.v1.CloseOtherShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.GetDayRequest;
import id.lajur.till.v1.GetDayResponse;
import id.lajur.till.v1.SecureHandoverRequest;
import id.lajur.till.v1.SecureHandoverResponse;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.TillServiceGrpc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The day over the wire. */
final class ServerDay implements DayActions {
  private static final int PAGE = 200;

  private final Desk desk;

  ServerDay(Desk desk) {
    this.desk = desk;
  }

  private TillServiceGrpc.TillServiceBlockingStub till() {
    return TillServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<StoreDay> day() {
    return desk.ask(() -> day(till().getDay(GetDayRequest.getDefaultInstance())));
  }

  private static StoreDay day(GetDayResponse day) {
    List<OpenThing> things = new ArrayList<>();
    day.getOpenShiftsList()
        .forEach(
            one ->
                things.add(
                    new OpenThing(
                        Kind.SHIFT,
                        one.getShiftId(),
                        one.getTerminal(),
                        one.getOperatorName(),
                        Instant.ofEpochMilli(one.getOpenedAtMs()),
                        Optional.empty(),
                        one.getOpenBaskets(),
                        Integer.toString(one.getNumber()))));
    day.getHandoversList()
        .forEach(
            one ->
                things.add(
                    new OpenThing(
                        Kind.HANDOVER,
                        one.getHandoverId(),
                        one.getToTerminal(),
                        one.getOperatorName(),
                        Instant.ofEpochMilli(one.getHandedAtMs()),
                        Optional.of(one.getAmountMinor()),
                        0,
                        one.getFromTerminal())));
    day.getSuspendedList()
        .forEach(
            one ->
                things.add(
                    new OpenThing(
                        Kind.SUSPENDED,
                        one.getBasketId(),
                        one.getTerminal(),
                        one.getOperatorName(),
                        Instant.ofEpochMilli(one.getSuspendedAtMs()),
                        Optional.empty(),
                        0,
                        Integer.toString(one.getSuspendNumber()))));
    day.getUnsentList()
        .forEach(
            one ->
                things.add(
                    new OpenThing(
                        Kind.UNSENT,
                        one.getTerminal(),
                        one.getTerminal(),
                        "",
                        Instant.ofEpochMilli(one.getAnnouncedAtMs()),
                        Optional.of(one.getTotalMinor()),
                        Math.toIntExact(one.getSales()),
                        "")));
    return new StoreDay(
        day.getBusinessDate().isEmpty()
            ? Optional.empty()
            : Optional.of(LocalDate.parse(day.getBusinessDate())),
        things);
  }

  @Override
  public CompletableFuture<Integer> close(boolean force) {
    CloseDayRequest request =
        CloseDayRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setForce(force)
            .build();
    return desk.command(() -> till().closeDay(request)).thenApply(CloseDayResponse::getShifts);
  }

  @Override
  public CompletableFuture<Counted> countShift(
      String shiftId, Map<Long, Integer> pieces, String explanation) {
    CloseOtherShiftRequest.Builder request =
        CloseOtherShiftRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setShiftId(shiftId)
            .setExplanation(explanation);
    pieces.forEach(
        (value, number) ->
            request.addCounted(Denomination.newBuilder().setValueMinor(value).setPieces(number)));
    CloseOtherShiftRequest sent = request.build();
    return desk.command(() -> till().closeOtherShift(sent))
        .thenApply(
            answer -> {
              ShiftReport z = answer.getReport();
              return new Counted(z.getTerminal(), z.getZNumber(), z.getDifferenceMinor());
            });
  }

  @Override
  public CompletableFuture<Long> secure(String handoverId, long countedMinor, String explanation) {
    SecureHandoverRequest request =
        SecureHandoverRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setHandoverId(handoverId)
            .setCountedMinor(countedMinor)
            .setExplanation(explanation)
            .build();
    return desk.command(() -> till().secureHandover(request))
        .thenApply(SecureHandoverResponse::getDifferenceMinor);
  }

  @Override
  public CompletableFuture<Page<AloneSale>> emergencySales(String token) {
    var request =
        ListEmergencySalesRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build();
    return desk.ask(
        () -> {
          ListEmergencySalesResponse answer =
              EmergencyServiceGrpc.newBlockingStub(desk.connection().channel())
                  .listEmergencySales(request);
          return new Page<>(
              answer.getSalesList().stream().map(ServerDay::sale).toList(),
              answer.getNextPageToken());
        });
  }

  private static AloneSale sale(EmergencySale one) {
    return new AloneSale(
        String.format(Locale.ROOT, "%s-E%06d", one.getTerminal(), one.getNumber()),
        Instant.ofEpochMilli(one.getSoldAtMs()),
        Instant.ofEpochMilli(one.getReceivedAtMs()),
        one.getOperatorName(),
        one.getTotalMinor(),
        one.getOutcome() == EmergencyOutcome.EMERGENCY_OUTCOME_SECOND_PAPER,
        one.getDifferencesList().stream()
            .map(
                each ->
                    new AloneSale.Difference(
                        each.getKind()
                            .name()
                            .replace("EMERGENCY_DIFFERENCE_KIND_", "")
                            .replace("EMERGENCY_DIFFERENCE_", ""),
                        each.getLine(),
                        each.getAtLane(),
                        each.getAtServer()))
            .toList());
  }
}
