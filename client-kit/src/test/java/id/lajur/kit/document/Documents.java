package id.lajur.kit.document;

import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Documents as a shop prints them. */
final class Documents {
  static final Formats INDONESIAN =
      new Formats(Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
  static final Instant MADE = Instant.parse("2026-11-29T07:32:05Z"); // 14.32 in Jakarta

  static final List<Column> COLUMNS =
      List.of(
          new Column("Kode", Column.Kind.TEXT),
          new Column("Nama barang", Column.Kind.TEXT),
          new Column("Jumlah", Column.Kind.QUANTITY),
          new Column("Struk", Column.Kind.COUNT),
          new Column("Penjualan bersih", Column.Kind.MONEY),
          new Column("Margin", Column.Kind.PERCENT),
          new Column("Tanggal", Column.Kind.DATE),
          new Column("Dibaca", Column.Kind.MOMENT));

  private Documents() {}

  static TabularDocument of(Line... lines) {
    return of(List.of(lines));
  }

  static TabularDocument of(Iterable<Line> lines) {
    return new TabularDocument(
        "Penjualan per barang",
        "Toko Maju Jaya",
        "1–29 Nov 2026",
        List.of("Termasuk 2 penjualan darurat yang masuk setelah Z-nya."),
        COLUMNS,
        lines);
  }

  /** Rows that are made as they are read, and nowhere kept. */
  static TabularDocument lasting(int rows) {
    return of(() -> IntStream.range(0, rows).mapToObj(Documents::row).iterator());
  }

  static Line row(int i) {
    return Line.row(
        "8991002%06d".formatted(i),
        "Kopi sachet isi sepuluh nomor " + i,
        1_000L * (i % 40) + (i % 7 == 0 ? 246 : 0),
        (long) i,
        12_500_00L * i,
        123_456L,
        LocalDate.of(2026, 11, 1 + i % 29),
        MADE);
  }
}
