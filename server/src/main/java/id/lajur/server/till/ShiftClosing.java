package id.lajur.server.till;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.till.ZDao.Handed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The end of a shift: the count is taken as it is, its difference goes to over and short, the cash
 * to the safe or to the next shift, and the figures, with the heads of both chains, into a numbered
 * Z.
 *
 * @param next where cash goes that does not go to the safe, its amount 0 = all that is counted;
 *     null when all goes there; only of a shift at the command's own terminal
 */
record ShiftClosing(
    Command command,
    UUID shiftId,
    Count count,
    @Nullable Handed next,
    Instant now,
    Function<ZDao.ZRow, byte[]> answer)
    implements Document {

  /**
   * What the cashier and the lane say.
   *
   * @param denominations pieces of each note and coin, by its value
   * @param tenders counted slips of other tenders, by kind
   * @param lane what its own journal says
   */
  record Count(
      Map<Long, Integer> denominations,
      Map<String, Long> tenders,
      String explanation,
      LaneProof lane) {
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
    List<Claim<?>> claims = new ArrayList<>();
    claims.add(new Claim<>(ShiftRows.SHIFTS, List.of(shiftId)));
    claims.add(new Claim<>(FiguresDao.FIGURES, List.of(shiftId)));
    if (next != null) {
      claims.add(AuditJournal.claim(command.terminalId()));
    }
    return List.copyOf(claims);
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
    return answer.apply(new ShiftEnd(command, shift, figures, now).counted(draft, count, handed()));
  }

  /**
   * @throws Refusal HANDOVER_INVALID more than was counted
   */
  private @Nullable Handed handed() {
    if (next == null) {
      return null;
    }
    long counted = count.cashMinor();
    long amountMinor = next.amountMinor() == 0 ? counted : next.amountMinor();
    if (amountMinor == 0 || amountMinor > counted) {
      throw new Refusal(Reason.HANDOVER_INVALID).with("amountMinor", amountMinor);
    }
    return next.of(amountMinor);
  }
}
