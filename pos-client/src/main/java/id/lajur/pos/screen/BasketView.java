package id.lajur.pos.screen;

import java.util.List;
import java.util.Optional;

/**
 * The open sale as the server sees it.
 *
 * @param cashDueMinor the total rounded to the coin
 * @param savedMinor all discounts, and what a price level or another price is below retail
 * @param level name of the price level that it is sold at; empty = retail
 */
public record BasketView(
    List<LineView> lines,
    long totalMinor,
    long cashDueMinor,
    long savedMinor,
    int lineCount,
    long pieceCount,
    Optional<MemberView> member,
    String level) {
  public static final BasketView EMPTY =
      new BasketView(List.of(), 0, 0, 0, 0, 0, Optional.empty(), "");

  public BasketView {
    lines = List.copyOf(lines);
  }

  public boolean isEmpty() {
    return lineCount == 0;
  }

  /** Whether there is a member or a price level to take off. */
  boolean hasBuyer() {
    return member.isPresent() || !level.isEmpty();
  }

  /** The standing line of that id. */
  public Optional<LineView> line(int lineId) {
    return lines.stream().filter(l -> l.lineId() == lineId && l.stands()).findFirst();
  }

  /** The standing line that was added last. */
  public Optional<LineView> lastLine() {
    return lines.stream().filter(LineView::stands).reduce((first, second) -> second);
  }
}
