package id.lajur.backoffice.receiving;

import id.lajur.backoffice.receiving.ReceivingState.Field;
import java.awt.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a delivery stand in a width: figures at their right edges, measured from the
 * right; the name takes the rest. A narrow sheet shows expiry and bonus elsewhere, a tight one what
 * a piece costs.
 */
record SheetColumns(int width) {
  static final int HEAD = 38;
  static final int ROW = 39;
  static final int MARKED = 58;
  private static final int WIDE = 780;
  private static final int TIGHT = 590;
  private static final int UNIT_COST = 78; // room of the column
  private static final int BOX_HEIGHT = 38;

  boolean wide() {
    return width >= WIDE;
  }

  /** Whether there is no room for what a piece costs. */
  boolean tight() {
    return width < TIGHT;
  }

  private int narrow(int fromRight) {
    return width - fromRight + (tight() ? UNIT_COST : 0);
  }

  int numberRight() {
    return wide() ? 38 : 32;
  }

  int name() {
    return wide() ? 50 : 42;
  }

  int unit() {
    return wide() ? width - 622 : narrow(446);
  }

  int quantity() {
    return wide() ? width - 500 : narrow(336);
  }

  int bonus() {
    return width - 442;
  }

  int price() {
    return wide() ? width - 356 : narrow(256);
  }

  int discount() {
    return wide() ? width - 282 : narrow(186);
  }

  int unitCost() {
    return wide() ? width - 194 : width - 108;
  }

  int total() {
    return wide() ? width - 94 : width - 14;
  }

  int expiry() {
    return width - 16;
  }

  /** The box that a field of a row is typed in; null where the sheet has no room for it. */
  @Nullable Rectangle box(Field field, int rowY) {
    int y = rowY + (MARKED - BOX_HEIGHT) / 2;
    return switch (field) {
      case UNIT -> new Rectangle(unit() - 8, y, wide() ? 68 : 56, BOX_HEIGHT);
      case QUANTITY -> right(quantity(), 54, y);
      case PRICE -> right(price(), 78, y);
      case DISCOUNT -> right(discount(), 66, y);
      case BONUS -> wide() ? right(bonus(), 46, y) : right(quantity(), 54, y);
      case EXPIRY -> wide() ? right(expiry(), 76, y) : right(total(), 90, y);
    };
  }

  private static Rectangle right(int right, int width, int y) {
    return new Rectangle(right + 10 - width, y, width, BOX_HEIGHT);
  }
}
