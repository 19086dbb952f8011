package id.lajur.server.till;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Z reports of all lanes as a list, the newest first. */
record ZList(List<Row> rows, boolean more) {
  ZList {
    rows = List.copyOf(rows);
  }

  /**
   * Which are wanted.
   *
   * @param terminal code, null = of all
   * @param before null = from the newest
   */
  record Filter(LocalDate from, LocalDate to, @Nullable String terminal, @Nullable Mark before) {}

  /** The place of a Z in the list. */
  record Mark(Instant closedAt, int terminalId) {}

  /**
   * One Z with what a list shows of it.
   *
   * @param complete the lane's journal and the server agree
   */
  record Row(
      int terminalId,
      String terminal,
      long zNumber,
      LocalDate businessDate,
      String operatorNumber,
      String operatorName,
      Instant closedAt,
      long saleCount,
      long salesMinor,
      long expectedCashMinor,
      long countedCashMinor,
      boolean complete,
      boolean forced) {}
}
