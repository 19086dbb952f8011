package id.lajur.server.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines a report reads; null = all. Public, as Jdbi binds its parts by their methods.
 *
 * @param summed the last event whose sale is in the sums, 0 = none
 */
public record Selection(
    int storeId,
    LocalDate from,
    LocalDate to,
    @Nullable Integer terminalId,
    @Nullable Integer departmentId,
    @Nullable Integer itemId,
    long summed) {

  /** Whether it reads whole sales. */
  boolean wholeSales() {
    return departmentId == null && itemId == null;
  }
}
