package id.lajur.backoffice.receiving;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is changed of a line: one thing at a time. */
sealed interface LineEdit {
  /** Paid for, of the unit. */
  record Quantity(long milli) implements LineEdit {}

  /** That comes with it. */
  record Bonus(long milli) implements LineEdit {}

  /** Of one unit, without tax. */
  record Price(long minor) implements LineEdit {}

  /** As typed. */
  record Discount(String text) implements LineEdit {}

  /** Null = none. */
  record Expiry(@Nullable LocalDate on) implements LineEdit {}

  /** Another unit of the item. */
  record Unit(String unit) implements LineEdit {}

  /** The selling price was taken or kept. */
  record Decided() implements LineEdit {}
}
