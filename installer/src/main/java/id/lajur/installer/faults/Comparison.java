package id.lajur.installer.faults;

import id.lajur.pos.lane.LaneJournal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the lanes wrote down and said, beside what the server has. */
final class Comparison {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CODE_BITS = 40;
  private static final int MOST_EXAMPLES = 20;

  private final List<String> examples = new ArrayList<>();
  private long acknowledged;
  private long lost;
  private long doubled;
  private long basketsLost;
  private long tillsWrong;
  private long alone;
  private long secondPapers;
  private long cashMoved;
  private final Map<String, Long> inDoubt = new TreeMap<>();

  private Comparison() {}

  /** One lane: its journal, and what it said. */
  record LaneSide(LaneLog.Said said, List<LaneJournal.Row> journal) {}

  /**
   * The verdict.
   *
   * @param acknowledged receipts in the lanes' journals
   * @param lost of these, those that the server lacks or has with another total or link
   * @param doubled sales or lines of the server that no lane made
   * @param alone of these, those that a lane gave by itself
   * @param secondPapers of those, papers of a sale that the server had made already
   * @param cashMoved without a sale, that the lanes know to be in the books
   * @param inDoubtFound by fault: acts whose answer was lost and which the server had done
   * @param stoodStillMs the longest that a cashier did
   */
  record Verdict(
      long acknowledged,
      long lost,
      long doubled,
      long basketsLost,
      long tillsWrong,
      long resent,
      Map<String, Long> inDoubtFound,
      long alone,
      long secondPapers,
      long cashMoved,
      long stoodStillMs,
      List<String> examples) {}

  static Verdict of(List<LaneSide> lanes, SoldDao.Sold server, long floatMinor) {
    return new Comparison().compare(lanes, server, floatMinor);
  }

  private Verdict compare(List<LaneSide> lanes, SoldDao.Sold server, long floatMinor) {
    Map<String, List<SoldDao.SaleRow>> salesOf = new HashMap<>();
    for (SoldDao.SaleRow sale : server.sales()) {
      salesOf.computeIfAbsent(sale.terminal(), code -> new ArrayList<>()).add(sale);
    }
    Map<String, SoldDao.SecondPaper> second = new HashMap<>();
    server.secondPapers().forEach(paper -> second.put(paper.receipt(), paper));
    long resent = 0;
    long stoodStillMs = 0;
    for (LaneSide lane : lanes) {
      String code = lane.said().code();
      List<SoldDao.SaleRow> sales = salesOf.getOrDefault(code, List.of());
      receipts(lane, sales, second);
      baskets(lane.said(), sales);
      aside(lane.said(), server);
      long moved = cash(lane.said(), server.cash());
      till(code, lane.journal(), server.tillMinor().getOrDefault(code, 0L), floatMinor + moved);
      for (LaneLog.Again again : lane.said().again()) {
        resent++;
        Instant done = server.doneAt().get(again.requestId());
        if (done != null && done.toEpochMilli() < again.atMs()) {
          inDoubt.merge(again.cause(), 1L, Long::sum);
        }
      }
      stoodStillMs = Math.max(stoodStillMs, lane.said().stoodStillMs());
      basketsLost += lane.said().basketsLost();
      lane.said().failures().forEach(this::example);
    }
    return new Verdict(
        acknowledged,
        lost,
        doubled,
        basketsLost,
        tillsWrong,
        resent,
        Map.copyOf(inDoubt),
        alone,
        secondPapers,
        cashMoved,
        stoodStillMs,
        List.copyOf(examples));
  }

  private void receipts(
      LaneSide lane, List<SoldDao.SaleRow> sales, Map<String, SoldDao.SecondPaper> second) {
    Map<String, SoldDao.SaleRow> byReceipt = new HashMap<>();
    for (SoldDao.SaleRow sale : sales) {
      if (byReceipt.put(sale.receipt(), sale) != null) {
        doubled++;
        example("receipt " + sale.receipt() + " is there twice");
      }
    }
    for (LaneJournal.Row row : lane.journal()) {
      acknowledged++;
      if (row.receipt().contains("-E")) {
        alone++;
      }
      SoldDao.SecondPaper paper = second.get(row.receipt());
      SoldDao.SaleRow sale = byReceipt.remove(paper == null ? row.receipt() : paper.sale());
      if (paper != null) {
        secondPapers++;
        inDoubt.merge(lane.said().alone().getOrDefault(row.receipt(), ""), 1L, Long::sum);
      }
      if (sale == null
          || sale.totalMinor() != row.totalMinor()
          || !code(paper == null ? sale.link() : paper.link()).equals(row.chainCode())) {
        lost++;
        example("the lane gave " + row + ", the server has " + sale);
      }
    }
    for (SoldDao.SaleRow more : byReceipt.values()) {
      doubled++;
      example("no lane gave a receipt for " + more);
    }
  }

  private void baskets(LaneLog.Said said, List<SoldDao.SaleRow> sales) {
    Set<String> seen = new HashSet<>();
    for (SoldDao.SaleRow sale : sales) {
      Integer lines = said.linesOfSold().get(sale.basketId());
      if (!seen.add(sale.basketId()) || lines != null && lines >= 0 && sale.lines() > lines) {
        doubled++;
        example("a basket of " + lines + " lines became " + sale);
      } else if (lines != null && sale.lines() < lines) {
        basketsLost++;
        example("of a basket of " + lines + " lines the server has " + sale);
      }
    }
    for (String basket : said.linesOfSold().keySet()) {
      if (!seen.contains(basket)) {
        basketsLost++;
        example(said.code() + " sold basket " + basket + ", which the server has not sold");
      }
    }
  }

  /** Whichever lane has fetched it. */
  private void aside(LaneLog.Said said, SoldDao.Sold server) {
    said.aside()
        .forEach(
            (basket, lines) -> {
              boolean sold =
                  server.sales().stream()
                      .anyMatch(sale -> sale.basketId().equals(basket) && sale.lines() >= lines);
              if (!sold && server.aside().getOrDefault(basket, 0) < lines) {
                basketsLost++;
                example(said.code() + " put basket " + basket + " of " + lines + " lines aside");
              }
            });
  }

  /**
   * What the lane knows to be booked must be there, and nothing that it did not ask for, each once.
   *
   * @return what the till holds more by it
   */
  private long cash(LaneLog.Said said, List<SoldDao.CashRow> server) {
    long moved = 0;
    Set<String> booked = new HashSet<>();
    for (SoldDao.CashRow row : server) {
      if (!row.terminal().equals(said.code())) {
        continue;
      }
      moved += row.minor();
      if (!booked.add(row.id()) || !Long.valueOf(row.minor()).equals(said.cash().get(row.id()))) {
        doubled++;
        example("the lane moved cash " + said.cash().get(row.id()) + ", the server has " + row);
      }
    }
    for (String id : said.cashBooked()) {
      cashMoved++;
      if (!booked.contains(id)) {
        lost++;
        example(said.code() + " moved cash " + id + ", which the server does not have");
      }
    }
    return moved;
  }

  private void till(String code, List<LaneJournal.Row> journal, long cashMinor, long floatMinor) {
    long expected = floatMinor + journal.stream().mapToLong(LaneJournal.Row::totalMinor).sum();
    if (cashMinor != expected) {
      tillsWrong++;
      example("till " + code + " holds " + cashMinor + ", by its receipts " + expected);
    }
  }

  /** The first 40 bits of a link, as they stand on the paper. */
  private static String code(String link) {
    BigInteger bits = new BigInteger(link.substring(0, CODE_BITS / 4), 16);
    StringBuilder code = new StringBuilder();
    for (int shift = CODE_BITS - 5; shift >= 0; shift -= 5) {
      code.append(CROCKFORD.charAt(bits.shiftRight(shift).intValue() & 31));
    }
    return code.toString();
  }

  private void example(String words) {
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(words);
    }
  }
}
