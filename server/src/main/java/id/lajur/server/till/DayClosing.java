package id.lajur.server.till;

import id.lajur.server.database.Ids;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.ledger.Accounts;
import id.lajur.server.ledger.JournalEntry;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.PostingDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The close of the store's business date: it records the head of every chain.
 *
 * <p>By force it also ends the shifts that are still open, each with a Z that nobody counted (see
 * {@link ShiftEnd#forced}), and voids the baskets left open in them: their goods were neither paid
 * nor taken from stock, and a basket of an ended shift could never be paid. Suspended baskets stay;
 * any later shift resumes them. Cash that was handed over and that nobody has taken over goes to
 * the safe, uncounted as well.
 *
 * <p>Receipts that lanes have announced and not sent do not keep the date open, since a lane may
 * never come back; the answer and the journal say what is missing of which lane.
 */
record DayClosing(Command command, boolean force, Instant now, Function<Closed, byte[]> answer)
    implements Document {
  private static final String LEFT_OPEN = "business date closed by force";

  /**
   * What the manager is told.
   *
   * @param unsent what is missing in it, by terminal
   */
  record Closed(LocalDate businessDate, int shifts, List<TillReports.Unsent> unsent) {
    Closed {
      unsent = List.copyOf(unsent);
    }
  }

  DayClosing {
    now = now.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public int weight() {
    return 300;
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public List<Claim<?>> claims() {
    return List.of(
        new Claim<>(DayDao.DAYS, List.of(command.storeId())),
        HandoverDao.claim(command.storeId()),
        AuditJournal.claim(command.terminalId()));
  }

  /**
   * @throws Refusal DAY_CLOSED no date is open; SHIFT_OPEN or HANDOVER_WAITING naming the lanes
   */
  @Override
  public byte[] post(Draft draft) {
    DayDao.Day day = draft.get(DayDao.DAYS, command.storeId());
    LocalDate date = day.date();
    if (date == null) {
      throw new Refusal(Reason.DAY_CLOSED);
    }
    if (!force && !day.open().isEmpty()) {
      throw new Refusal(Reason.SHIFT_OPEN)
          .with(
              "lanes",
              day.open().stream()
                  .map(DayDao.OpenShift::terminal)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    List<CashHandover> waiting = HandoverDao.waiting(draft, command.storeId()).all();
    if (!force && !waiting.isEmpty()) {
      throw new Refusal(Reason.HANDOVER_WAITING)
          .with(
              "lanes",
              waiting.stream()
                  .map(CashHandover::toTerminal)
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    UUID postingId = Ids.next();
    draft.insert(
        PostingDao.POSTING,
        new PostingDao.PostingRow(
            postingId,
            command.storeId(),
            Event.Kind.DAY_CLOSED,
            command.terminalId(),
            command.operatorId(),
            null,
            date,
            now,
            command.requestId(),
            1));
    giveUpBaskets(draft, day);
    toTheSafe(draft, waiting, postingId, date);
    int part = 1;
    for (DayDao.OpenShift open : day.open()) {
      ZDao.ZRow unused =
          new ShiftEnd(command, open.shift(), open.figures().withOpenBasketsVoided(), now)
              .forced(draft, ++part);
    }
    for (DayDao.Head head : day.heads()) {
      draft.insert(DayDao.HEAD, new DayDao.HeadRow(command.storeId(), date, head));
    }
    draft.put(DayDao.DAYS, command.storeId(), day.closed(now));
    AuditJournal.append(
        draft,
        AuditRecord.of(command.terminalId(), now, force ? "DAY_FORCED" : "DAY_CLOSED")
            .by(command.operatorId())
            .about(postingId)
            .changed(null, date.toString()));
    for (TillReports.Unsent lane : day.unsent()) {
      AuditJournal.append(draft, missing(lane, postingId));
    }
    draft.event(new Event(Event.Kind.DAY_CLOSED, postingId, command.terminalId(), date, now, 0, 0));
    return answer.apply(new Closed(date, day.shifts(), day.unsent()));
  }

  private AuditRecord missing(TillReports.Unsent lane, UUID postingId) {
    return new AuditRecord(
        command.terminalId(),
        now,
        "SALES_UNSENT",
        command.operatorId(),
        null,
        postingId,
        null,
        lane.totalMinor(),
        null,
        lane.terminal() + ": receipts not yet sent: " + lane.sales(),
        null);
  }

  private void toTheSafe(Draft draft, List<CashHandover> waiting, UUID postingId, LocalDate date) {
    if (waiting.isEmpty()) {
      return;
    }
    long sumMinor = waiting.stream().mapToLong(CashHandover::amountMinor).reduce(0, Math::addExact);
    new JournalEntry()
        .debit(Accounts.SAFE, sumMinor)
        .credit(Accounts.CASH_IN_TRANSIT, sumMinor)
        .writeTo(draft, postingId, command.terminalId(), date);
    HandoverDao.end(
        draft,
        command.storeId(),
        waiting.stream().map(one -> new HandoverDao.End(one.zId(), null, postingId, now)).toList());
    for (CashHandover one : waiting) {
      AuditJournal.append(
          draft,
          one.ended(
              "HANDOVER_TO_SAFE",
              command.terminalId(),
              command.operatorId(),
              now,
              "uncounted",
              LEFT_OPEN));
    }
  }

  private void giveUpBaskets(Draft draft, DayDao.Day day) {
    for (DayDao.OpenBasket basket : day.baskets()) {
      draft.insert(
          DayDao.VOID_ENTRY,
          new DayDao.VoidEntry(basket, command.terminalId(), command.operatorId(), now, LEFT_OPEN));
      AuditJournal.append(
          draft,
          AuditRecord.of(command.terminalId(), now, "BASKET_VOIDED")
              .by(command.operatorId())
              .about(basket.basketId())
              .changed(null, LEFT_OPEN));
    }
  }
}
