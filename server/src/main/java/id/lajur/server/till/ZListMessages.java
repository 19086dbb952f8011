package id.lajur.server.till;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.wire.Texts;
import id.lajur.till.v1.ListZReportsRequest;
import id.lajur.till.v1.ListZReportsResponse;
import id.lajur.till.v1.ListedZ;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The list of Z reports as messages. */
final class ZListMessages {
  private static final int USUAL_PAGE = 200;
  private static final int MOST_OF_A_PAGE = 500;
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private ZListMessages() {}

  static int pageSize(int asked) {
    return asked <= 0 ? USUAL_PAGE : Math.min(asked, MOST_OF_A_PAGE);
  }

  /**
   * @throws Refusal DATE_INVALID, PAGE_INVALID, TEXT_INVALID
   */
  static ZList.Filter filter(ListZReportsRequest request) {
    String terminal = Texts.plain(request.getTerminal());
    return new ZList.Filter(
        date(request.getFromDate(), FIRST),
        date(request.getToDate(), LAST),
        terminal.isEmpty() ? null : terminal,
        mark(request.getPageToken()));
  }

  private static LocalDate date(String text, LocalDate otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
        return date;
      }
    } catch (DateTimeException e) {
      // refused below, as one that no shop has seen
    }
    throw new Refusal(Reason.DATE_INVALID).with("date", text);
  }

  private static ZList.@Nullable Mark mark(String pageToken) {
    if (pageToken.isEmpty()) {
      return null;
    }
    if (!pageToken.matches("\\d{1,17}-\\d{1,9}")) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageToken", pageToken);
    }
    String[] parts = pageToken.split("-", -1);
    return new ZList.Mark(
        Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
        Integer.parseInt(parts[1]));
  }

  static ListZReportsResponse list(ZList list) {
    ListZReportsResponse.Builder message = ListZReportsResponse.newBuilder();
    list.rows().forEach(row -> message.addReports(message(row)));
    if (list.more()) {
      ZList.Row last = list.rows().get(list.rows().size() - 1);
      message.setNextPageToken(
          ChronoUnit.MICROS.between(Instant.EPOCH, last.closedAt()) + "-" + last.terminalId());
    }
    return message.build();
  }

  private static ListedZ message(ZList.Row row) {
    return ListedZ.newBuilder()
        .setTerminal(row.terminal())
        .setZNumber(row.zNumber())
        .setBusinessDate(row.businessDate().toString())
        .setOperatorNumber(row.operatorNumber())
        .setOperatorName(row.operatorName())
        .setClosedAtMs(row.closedAt().toEpochMilli())
        .setSaleCount(row.saleCount())
        .setSalesMinor(row.salesMinor())
        .setExpectedCashMinor(row.expectedCashMinor())
        .setCountedCashMinor(row.countedCashMinor())
        .setDifferenceMinor(row.countedCashMinor() - row.expectedCashMinor())
        .setComplete(row.complete())
        .setForced(row.forced())
        .build();
  }
}
