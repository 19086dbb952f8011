package id.lajur.kit.table;

import id.lajur.kit.document.Column;

/** What a column holds, and so how it is written, sorted and exported. */
public enum Kind {
  /** A {@code String}. */
  TEXT(Column.Kind.TEXT),
  /** A {@code String} that says nothing in part: a number, a barcode, a moment in words. */
  CODE(Column.Kind.TEXT),
  /** A {@code Long} of minor units. */
  MONEY(Column.Kind.MONEY),
  /** A {@code Long} of thousandths. */
  QUANTITY(Column.Kind.QUANTITY),
  /** An {@code Integer} or {@code Long}. */
  COUNT(Column.Kind.COUNT),
  /** A {@code Long} of millionths: 0.15 = 15 %. */
  PERCENT(Column.Kind.PERCENT),
  /** A {@code LocalDate}. */
  DATE(Column.Kind.DATE),
  /** An {@code Instant}, shown with date and time of the store. */
  MOMENT(Column.Kind.MOMENT),
  /** A {@link id.lajur.kit.widget.Tag}; a text in a document. */
  TAG(Column.Kind.TEXT);

  private final Column.Kind inDocument;

  Kind(Column.Kind inDocument) {
    this.inDocument = inDocument;
  }

  /** What it is in a document. */
  Column.Kind inDocument() {
    return inDocument;
  }

  /** Figures stand under each other at the right side. */
  public boolean isFigures() {
    return inDocument.isFigure();
  }
}
