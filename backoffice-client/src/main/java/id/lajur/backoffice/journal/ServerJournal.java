package id.lajur.backoffice.journal;

import id.lajur.backoffice.shell.Desk;
import id.lajur.journal.v1.JournalEntry;
import id.lajur.journal.v1.JournalServiceGrpc;
import id.lajur.journal.v1.ListEntriesRequest;
import id.lajur.journal.v1.ListEntriesResponse;
import id.lajur.journal.v1.ReplayAct;
import id.lajur.journal.v1.ReplaySale;
import id.lajur.journal.v1.ReplayStep;
import id.lajur.journal.v1.ReplayTicketRequest;
import id.lajur.journal.v1.ReplayTicketResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The journal over the wire. */
public final class ServerJournal implements JournalActions {
  private final Desk desk;

  public ServerJournal(Desk desk) {
    this.desk = desk;
  }

  private JournalServiceGrpc.JournalServiceBlockingStub stub() {
    return JournalServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<Page> entries(Search search, String page) {
    ListEntriesRequest request =
        ListEntriesRequest.newBuilder()
            .setPerson(search.person())
            .setTerminal(search.terminal())
            .setKind(search.kind())
            .setFromMs(search.from().map(Instant::toEpochMilli).orElse(0L))
            .setPageToken(page)
            .build();
    return desk.ask(() -> page(stub().listEntries(request)));
  }

  private static Page page(ListEntriesResponse answer) {
    return new Page(
        answer.getEntriesList().stream().map(ServerJournal::entry).toList(),
        answer.getNextPageToken());
  }

  private static Entry entry(JournalEntry one) {
    return new Entry(
        one.getTerminal(),
        one.getNumber(),
        moment(one.getAtMicros()),
        one.getKind(),
        one.getOperator(),
        one.getApprovedBy(),
        one.getAbout(),
        one.getSubjectId(),
        one.hasAmountMinor() ? Optional.of(one.getAmountMinor()) : Optional.empty(),
        one.getBefore(),
        one.getAfter(),
        one.getReason());
  }

  private static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public CompletableFuture<Replay> replayReceipt(String receipt) {
    return replay(ReplayTicketRequest.newBuilder().setReceipt(receipt).build());
  }

  @Override
  public CompletableFuture<Replay> replayBasket(String basketId) {
    return replay(ReplayTicketRequest.newBuilder().setBasketId(basketId).build());
  }

  private CompletableFuture<Replay> replay(ReplayTicketRequest request) {
    return desk.ask(() -> replay(stub().replayTicket(request)));
  }

  private static Replay replay(ReplayTicketResponse answer) {
    return new Replay(
        answer.getStepsList().stream().map(ServerJournal::step).toList(),
        answer.hasSale() ? Optional.of(sale(answer.getSale())) : Optional.empty(),
        answer.hasPaper()
            ? Optional.of(
                new Replay.Paper(
                    answer.getPaper().getReceipt(),
                    answer.getPaper().getSecond(),
                    answer.getPaper().getDifferencesCount()))
            : Optional.empty());
  }

  private static Replay.Step step(ReplayStep one) {
    Instant at = moment(one.getAtMicros());
    if (one.hasEntry()) {
      Entry entry = entry(one.getEntry());
      return new Replay.Step(
          at,
          false,
          entry.kind(),
          entry.operator(),
          entry.approvedBy(),
          entry.before(),
          entry.after(),
          entry.reason(),
          Optional.empty(),
          entry.amount());
    }
    ReplayAct act = one.getAct();
    String what =
        Stream.of(act.getItem().isEmpty() ? act.getBarcode() : act.getItem(), act.getReason())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · "));
    return new Replay.Step(
        at,
        true,
        act.getKind(),
        act.getOperator(),
        act.getApprovedBy(),
        "",
        "",
        what,
        act.hasQuantityMilli() ? Optional.of(act.getQuantityMilli()) : Optional.empty(),
        act.hasAmountMinor()
            ? Optional.of(act.getAmountMinor())
            : act.hasPriceMinor() ? Optional.of(act.getPriceMinor()) : Optional.empty());
  }

  private static Replay.Sale sale(ReplaySale sale) {
    return new Replay.Sale(
        sale.getReceipt(),
        sale.getOperator(),
        moment(sale.getSoldAtMicros()),
        sale.getLines(),
        sale.getTotalMinor(),
        sale.getTaxMinor(),
        sale.getRoundingMinor(),
        sale.getChangeMinor(),
        sale.getTendersList().stream()
            .map(one -> new Replay.Amount(one.getKind(), one.getAmountMinor()))
            .toList(),
        sale.getLedgerList().stream()
            .map(
                one ->
                    new Replay.Amount(one.getAccount() + " " + one.getName(), one.getAmountMinor()))
            .toList());
  }
}
