package id.lajur.pos.screen;

import id.lajur.pos.receipt.PaperRow;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the right column instead of the quick keys; only an act of the cashier opens one.
 */
public sealed interface Panel {
  /** Member and quick keys. */
  record None() implements Panel {}

  /** The keys; what it covers comes back as it was. */
  record Help(Panel covered) implements Panel {}

  /** Items by name; {@code chosen} counts from 0. */
  record Search(List<ItemMatch> matches, int chosen) implements Panel {
    public Search {
      matches = List.copyOf(matches);
    }
  }

  record PriceCheck(Optional<ItemMatch> found) implements Panel {}

  /** A letter is awaited that stands for loose goods. */
  record QuickKeys() implements Panel {}

  /**
   * Why a line costs what it does.
   *
   * @param from the row that is shown first, where not all have room
   */
  record Explain(ExplanationView why, int from) implements Panel {}

  /** A new quantity for a line. */
  record Quantity(LineView line) implements Panel {}

  /** The weight of an item that was scanned or chosen. */
  record Weigh(String code, String name, String unit) implements Panel {}

  /** A supervisor is asked; what for is said by {@code permission} and the line it is about. */
  record Approval(String permission, Optional<LineView> line, long totalMinor) implements Panel {}

  record Resume(List<WaitingView> baskets, int chosen) implements Panel {
    public Resume {
      baskets = List.copyOf(baskets);
    }
  }

  record VoidBasket() implements Panel {}

  /** Cash in or out without a sale. */
  record Cash(Optional<CashKind> kind) implements Panel {}

  /** Papers that are not out. */
  record Papers(List<PaperView> papers) implements Panel {
    public Papers {
      papers = List.copyOf(papers);
    }
  }

  /**
   * The lane's printer and drawer.
   *
   * @param sample the paper as it will be; on the left, in the basket's place
   * @param approval of the supervisor who let the cashier in; empty where nobody had to
   */
  record Printer(PrinterChoice choice, List<PaperRow> sample, ApprovalView approval)
      implements Panel {
    public Printer {
      sample = List.copyOf(sample);
    }
  }

  /** What F10 leads to. */
  record More() implements Panel {}

  static Panel none() {
    return new None();
  }

  /** True when it asks nothing of the cashier. */
  default boolean onlyShows() {
    return this instanceof Help || this instanceof More || this instanceof Papers;
  }

  /** True when scans must wait until it is answered. */
  default boolean holdsScans() {
    return !(this instanceof None
        || this instanceof Search
        || this instanceof PriceCheck
        || this instanceof Explain
        || this instanceof QuickKeys);
  }
}
