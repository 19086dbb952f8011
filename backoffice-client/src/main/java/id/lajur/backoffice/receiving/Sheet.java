package id.lajur.backoffice.receiving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is shown: a draft, or one that is in the books.
 *
 * @param draftId empty of one that was opened from the books
 * @param documentId empty of a draft
 * @param version of the draft
 * @param supplier code
 * @param dueOn null where no terms are known
 * @param quantityMilli of base units, bonus goods among them
 * @param savedAt when the server had its last change
 * @param lines in the order they were added
 */
record Sheet(
    String draftId,
    String documentId,
    String number,
    boolean open,
    long version,
    String supplier,
    String supplierName,
    String deliveryNote,
    LocalDate deliveredOn,
    @Nullable LocalDate dueOn,
    String location,
    long quantityMilli,
    long netMinor,
    long taxMinor,
    long totalMinor,
    Instant savedAt,
    String savedBy,
    List<GoodsLine> lines) {
  Sheet {
    lines = List.copyOf(lines);
  }

  /**
   * This draft with what a newer answer changed of it; an answer that came late changes nothing.
   */
  Sheet with(Sheet newer) {
    if (newer.version < version) {
      return this;
    }
    Map<Integer, GoodsLine> all = new TreeMap<>();
    lines.forEach(line -> all.put(line.place(), line));
    newer.lines.forEach(line -> all.put(line.place(), line));
    all.values().removeIf(GoodsLine::removed);
    return new Sheet(
        draftId,
        documentId,
        newer.number,
        newer.open,
        newer.version,
        newer.supplier,
        newer.supplierName,
        newer.deliveryNote,
        newer.deliveredOn,
        newer.dueOn,
        newer.location,
        newer.quantityMilli,
        newer.netMinor,
        newer.taxMinor,
        newer.totalMinor,
        newer.savedAt,
        newer.savedBy,
        List.copyOf(all.values()));
  }

  Optional<GoodsLine> line(int place) {
    return lines.stream().filter(line -> line.place() == place).findFirst();
  }

  int indexOf(int place) {
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).place() == place) {
        return at;
      }
    }
    return -1;
  }
}
