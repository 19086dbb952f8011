package id.lajur.server.trace;

import id.lajur.journal.v1.JournalEntry;
import id.lajur.journal.v1.ListEntriesRequest;
import id.lajur.journal.v1.ListEntriesResponse;
import id.lajur.journal.v1.ReplayAct;
import id.lajur.journal.v1.ReplayDifference;
import id.lajur.journal.v1.ReplayGoods;
import id.lajur.journal.v1.ReplayLedgerLine;
import id.lajur.journal.v1.ReplayPaper;
import id.lajur.journal.v1.ReplaySale;
import id.lajur.journal.v1.ReplayStep;
import id.lajur.journal.v1.ReplayTender;
import id.lajur.journal.v1.ReplayTicketResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.wire.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Entries of the journal, and what one ticket is made of, as messages. */
final class JournalMessages {
  private static final int USUAL_PAGE = 200;
  private static final int MOST_OF_A_PAGE = 500;

  private JournalMessages() {}

  static int pageSize(int asked) {
    return asked <= 0 ? USUAL_PAGE : Math.min(asked, MOST_OF_A_PAGE);
  }

  /**
   * @throws Refusal ID_INVALID, MOMENT_INVALID, TEXT_INVALID
   */
  static JournalFilter filter(ListEntriesRequest request) {
    return new JournalFilter(
        orAll(request.getPerson()),
        orAll(request.getTerminal()),
        orAll(request.getKind()),
        request.getSubjectId().isEmpty()
            ? null
            : Admissions.idOf(request.getSubjectId(), Reason.ID_INVALID),
        moment(request.getFromMs()),
        request.getToMs() == 0 ? JournalFilter.END : moment(request.getToMs()));
  }

  private static @Nullable String orAll(String text) {
    String plain = Texts.plain(text);
    return plain.isEmpty() ? null : plain;
  }

  private static Instant moment(long epochMs) {
    if (epochMs < 0 || epochMs > JournalFilter.END.toEpochMilli()) {
      throw new Refusal(Reason.MOMENT_INVALID).with("atMs", epochMs);
    }
    return Instant.ofEpochMilli(epochMs);
  }

  /**
   * Where a page begins; null for the first.
   *
   * @throws Refusal PAGE_INVALID
   */
  static JournalReading.@Nullable Mark mark(String pageToken) {
    if (pageToken.isEmpty()) {
      return null;
    }
    if (!pageToken.matches("\\d{1,17}-\\d{1,9}-\\d{1,18}")) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageToken", pageToken);
    }
    String[] parts = pageToken.split("-", -1);
    return new JournalReading.Mark(
        Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
        Integer.parseInt(parts[1]),
        Long.parseLong(parts[2]));
  }

  static ListEntriesResponse page(JournalReading.Page page) {
    ListEntriesResponse.Builder message = ListEntriesResponse.newBuilder();
    page.entries().forEach(entry -> message.addEntries(entry(entry)));
    JournalReading.Mark next = page.next();
    if (next != null) {
      message.setNextPageToken(micros(next.at()) + "-" + next.terminalId() + "-" + next.number());
    }
    return message.build();
  }

  static ReplayTicketResponse trace(JournalReading.Trace trace) {
    ReplayTicketResponse.Builder message = ReplayTicketResponse.newBuilder();
    trace.steps().forEach(step -> message.addSteps(step(step)));
    if (trace.ticket() != null) {
      message.setSale(sale(trace.ticket()));
    }
    return message.build();
  }

  static ReplayTicketResponse ticket(JournalReading.Ticket ticket) {
    ReplayTicketResponse.Builder message = ReplayTicketResponse.newBuilder().setSale(sale(ticket));
    ticket.acts().forEach(step -> message.addSteps(step(step)));
    if (ticket.paper() != null) {
      message.setPaper(paper(ticket.paper()));
    }
    return message.build();
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static JournalEntry entry(JournalReading.Entry entry) {
    JournalEntry.Builder message =
        JournalEntry.newBuilder()
            .setTerminal(entry.terminal())
            .setNumber(entry.number())
            .setAtMicros(micros(entry.at()))
            .setKind(entry.kind())
            .setOperator(text(entry.by()))
            .setApprovedBy(text(entry.approvedBy()))
            .setAbout(text(entry.about()))
            .setSubjectId(entry.subject() == null ? "" : entry.subject().toString())
            .setLineId(entry.line() == null ? 0 : entry.line())
            .setBefore(text(entry.before()))
            .setAfter(text(entry.after()))
            .setReason(text(entry.reason()));
    if (entry.amountMinor() != null) {
      message.setAmountMinor(entry.amountMinor());
    }
    return message.build();
  }

  private static ReplayStep step(JournalReading.Step step) {
    ReplayStep.Builder message = ReplayStep.newBuilder().setAtMicros(micros(step.at()));
    if (step.act() != null) {
      message.setAct(act(step.act()));
    }
    if (step.entry() != null) {
      message.setEntry(entry(step.entry()));
    }
    return message.build();
  }

  private static ReplayAct act(JournalReading.Act act) {
    ReplayAct.Builder message =
        ReplayAct.newBuilder()
            .setSeq(act.seq())
            .setKind(act.kind())
            .setTerminal(act.terminal())
            .setOperator(act.by())
            .setApprovedBy(text(act.approvedBy()))
            .setLineId(act.line() == null ? 0 : act.line())
            .setBarcode(text(act.barcode()))
            .setItem(text(act.item()))
            .setUnit(text(act.unit()))
            .setReason(text(act.reason()));
    if (act.quantityMilli() != null) {
      message.setQuantityMilli(act.quantityMilli());
    }
    if (act.priceMinor() != null) {
      message.setPriceMinor(act.priceMinor());
    }
    if (act.amountMinor() != null) {
      message.setAmountMinor(act.amountMinor());
    }
    if (act.percentMicro() != null) {
      message.setPercentMicro(act.percentMicro());
    }
    return message.build();
  }

  private static ReplaySale sale(JournalReading.Ticket ticket) {
    JournalReading.Head head = ticket.head();
    ReplaySale.Builder message =
        ReplaySale.newBuilder()
            .setReceipt(head.receipt())
            .setSaleId(head.saleId().toString())
            .setBasketId(head.basketId().toString())
            .setOperator(head.by())
            .setBusinessDate(head.businessDate())
            .setSoldAtMicros(micros(head.soldAt()))
            .setLines(head.lines())
            .setDiscountMinor(head.discountMinor())
            .setTaxMinor(head.taxMinor())
            .setTotalMinor(head.totalMinor())
            .setRoundingMinor(head.roundingMinor())
            .setChangeMinor(head.changeMinor());
    for (JournalReading.Tender tender : ticket.tenders()) {
      message.addTenders(
          ReplayTender.newBuilder()
              .setKind(tender.kind())
              .setAmountMinor(tender.amountMinor())
              .setReference(tender.reference()));
    }
    for (JournalReading.Money line : ticket.ledger()) {
      message.addLedger(
          ReplayLedgerLine.newBuilder()
              .setAccount(line.account())
              .setName(line.name())
              .setAmountMinor(line.amountMinor()));
    }
    for (JournalReading.Goods goods : ticket.stock()) {
      message.addStock(
          ReplayGoods.newBuilder()
              .setCode(goods.code())
              .setName(goods.name())
              .setQuantityMilli(goods.quantityMilli())
              .setCostMinor(goods.valueMinor()));
    }
    return message.build();
  }

  private static ReplayPaper paper(JournalReading.Paper paper) {
    ReplayPaper.Builder message =
        ReplayPaper.newBuilder()
            .setReceipt(paper.receipt())
            .setSecond(paper.second())
            .setSoldAtMs(paper.soldAt().toEpochMilli())
            .setReceivedAtMs(paper.receivedAt().toEpochMilli())
            .setOperatorNumber(paper.by())
            .setTotalMinor(paper.totalMinor());
    for (JournalReading.Difference difference : paper.differences()) {
      message.addDifferences(
          ReplayDifference.newBuilder()
              .setKind(difference.kind())
              .setLine(difference.line())
              .setAtLane(difference.atLane())
              .setAtServer(difference.atServer()));
    }
    return message.build();
  }
}
