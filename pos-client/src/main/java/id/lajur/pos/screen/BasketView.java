package id.lajur.pos.screen;

import java.util.List;
import java.util.Optional;

/**
 * The open sale as the server sees it.
 *
 * @param cashDueMinor the total rounded to the coin
 * @param savedMinor all discounts
 */
public record BasketView(
    List<LineView> lines,
    long totalMinor,
    long cashDueMinor,
    long savedMinor,
    int lineCount,
    long pieceCount,
    Optional<MemberView> member) {
  public static final BasketView EMPTY = new BasketView(List.of(), 0, 0, 0, 0, 0, Optional.empty());

  public BasketView {
    lines = List.copyOf(lines);
  }

  public boolean isEmpty() {
    return lineCount == 0;
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
