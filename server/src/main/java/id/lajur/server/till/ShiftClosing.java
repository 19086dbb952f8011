package id.lajur.server.till;

import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The end of a shift: the count is taken as it is, its difference goes to over and short, the cash
 * to the safe, and the figures, with the heads of both chains, into a numbered Z.
 */
record ShiftClosing(
    Command command, UUID shiftId, Count count, Instant now, Function<ZDao.ZRow, byte[]> answer)
    implements Document {

  /**
   * What the cashier and the lane say.
   *
   * @param denominations pieces of each note and coin, by its value
   * @param tenders counted slips of other tenders, by kind
   */
  record Count(
      Map<Long, Integer> denominations,
      Map<String, Long> tenders,
      String explanation,
      long laneSaleCount,
      long laneSaleTotalMinor) {
    Count {
      denominations = Map.copyOf(denominations);
      tenders = Map.copyOf(tenders);
    }

    long cashMinor() {
      long sum = 0;
      for (Map.Entry<Long, Integer> entry : denominations.entrySet()) {
        sum = Math.addExact(sum, Math.multiplyExact(entry.getKey(), (long) entry.getValue()));
      }
      return sum;
    }
  }

  ShiftClosing {
    now = now.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public int weight() {
    return 40;
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public List<Claim<?>> claims() {
    return List.of(
        new Claim<>(ShiftRows.SHIFTS, List.of(shiftId)),
        new Claim<>(FiguresDao.FIGURES, List.of(shiftId)));
  }

  @Override
  public byte[] post(Draft draft) {
    ShiftRows.Shift shift = draft.get(ShiftRows.SHIFTS, shiftId);
    if (shift.closedAt() != null) {
      throw new Refusal(Reason.SHIFT_CLOSED);
    }
    ShiftFigures figures = draft.get(FiguresDao.FIGURES, shiftId);
    if (figures.openBaskets() > 0) {
      throw new Refusal(Reason.BASKET_OPEN).with("baskets", figures.openBaskets());
    }
    draft.put(
        ShiftRows.SHIFTS,
        shiftId,
        new ShiftRows.Shift(
            shiftId, shift.terminalId(), shift.operatorId(), shift.businessDate(), now));
    return answer.apply(new ShiftEnd(command, shift, figures, now).counted(draft, count));
  }
}
