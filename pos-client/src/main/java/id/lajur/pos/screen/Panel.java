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

  /** A list of which one row is marked. */
  sealed interface Listing extends Panel {
    int size();

    /** The marked row, counted from 0. */
    int chosen();

    /** The same with another row marked. */
    Listing at(int row);
  }

  /** Items by name. */
  record Search(List<ItemMatch> matches, int chosen) implements Listing {
    public Search {
      matches = List.copyOf(matches);
    }

    @Override
    public int size() {
      return matches.size();
    }

    @Override
    public Search at(int row) {
      return new Search(matches, row);
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

  /**
   * A supervisor is asked; what for is said by {@code permission} and the line it is about.
   *
   * @param subjectId of the basket that the act is on; empty = the one at hand, or the shift
   * @param matter what is asked, in figures and the cashier's words
   */
  record Approval(
      String permission, Optional<LineView> line, long totalMinor, String subjectId, Matter matter)
      implements Panel {
    /** As the server's refusal has it: what is needed, and what the act comes to. */
    Approval of(LaneRefusal refusal) {
      Matter known = matter.comingTo(refusal.minor("amountMinor"));
      return new Approval(
          refusal.details().getOrDefault("permission", ""), line, totalMinor, subjectId, known);
    }
  }

  /**
   * A discount or another price.
   *
   * @param line the one that was large when it was opened
   * @param part whether a discount is typed as a part of the whole, in percent
   */
  record Discount(DiscountKind kind, LineView line, boolean part) implements Panel {
    /** Whether what is typed is read as percent. */
    boolean isPart() {
      return part && kind != DiscountKind.PRICE;
    }
  }

  /**
   * An amount of a department without an item: the department first, then its amount.
   *
   * @param picked whether the amount is typed now
   */
  record Department(List<DepartmentView> departments, int chosen, boolean picked)
      implements Listing {
    public Department {
      departments = List.copyOf(departments);
    }

    @Override
    public int size() {
      return departments.size();
    }

    @Override
    public Department at(int row) {
      return new Department(departments, row, picked);
    }

    DepartmentView department() {
      return departments.get(chosen);
    }
  }

  /** A code that is scanned is its answer, as one that is typed. */
  sealed interface AsksCode extends Panel {}

  /** Who buys: a card, a number, the end of a phone or a part of a name; then who of several. */
  record Member(MembersFound found, int chosen) implements AsksCode, Listing {
    @Override
    public int size() {
      return found.members().size();
    }

    @Override
    public Member at(int row) {
      return new Member(found, row);
    }
  }

  /** The level at which the basket is sold. */
  record PriceLevels(List<PriceLevelView> levels, int chosen) implements Listing {
    public PriceLevels {
      levels = List.copyOf(levels);
    }

    @Override
    public int size() {
      return levels.size();
    }

    @Override
    public PriceLevels at(int row) {
      return new PriceLevels(levels, row);
    }
  }

  /** The receipt that goods come back from; or none. */
  record ReturnReceipt() implements AsksCode {}

  /**
   * The lines of a receipt, then how much of one comes back.
   *
   * @param picked whether the quantity is typed now
   */
  record ReturnLines(OldReceiptView receipt, int chosen, boolean picked) implements Listing {
    @Override
    public int size() {
      return receipt.lines().size();
    }

    @Override
    public ReturnLines at(int row) {
      return new ReturnLines(receipt, row, picked);
    }

    OldReceiptView.Line line() {
      return receipt.lines().get(chosen);
    }
  }

  /** Goods that come back without their receipt. */
  record ReturnItem() implements AsksCode {}

  /** An older receipt, to be printed once more. */
  record Copy() implements AsksCode {}

  /**
   * Only the PIN of whoever is signed on goes on.
   *
   * @param covered what stood there; it comes back as it was
   * @param form what was typed, but for PINs
   */
  record Locked(Panel covered, Form form) implements Panel {}

  record Resume(List<WaitingView> baskets, int chosen) implements Listing {
    public Resume {
      baskets = List.copyOf(baskets);
    }

    @Override
    public int size() {
      return baskets.size();
    }

    @Override
    public Resume at(int row) {
      return new Resume(baskets, row);
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

  /**
   * Which sounds are heard, a row each.
   *
   * @param covered the set-up that it was opened from, and that it leads back to
   * @param form what was typed there
   */
  record Sounds(Printer covered, Form form, int chosen) implements Listing {
    static final List<LaneSound> ROWS = List.of(LaneSound.values());

    @Override
    public int size() {
      return ROWS.size();
    }

    @Override
    public Sounds at(int row) {
      return new Sounds(covered, form, row);
    }

    LaneSound sound() {
      return ROWS.get(chosen);
    }
  }

  /** What F10 leads to. */
  record More() implements Panel {}

  static Panel none() {
    return new None();
  }

  /** True when it asks nothing of the cashier. */
  default boolean onlyShows() {
    return this instanceof Help
        || this instanceof More
        || this instanceof Papers
        || this instanceof Sounds;
  }

  /** True when it is more than what the cashier wished to type: it must be seen. */
  default boolean mustBeSeen() {
    return this instanceof Approval
        || this instanceof VoidBasket
        || this instanceof Weigh
        || this instanceof Locked;
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
