package id.lajur.server.catalog.file;

import java.util.Locale;
import java.util.Optional;

/** What a column of a catalogue can say; found in a file by its own name or another usual one. */
public enum Column {
  ITEM_CODE("code", "sku", "kode", "kode_barang"),
  BARCODE("barcodes", "ean", "gtin", "kode_batang"),
  NAME("nama", "nama_barang"),
  DEPARTMENT("departemen"),
  CATEGORY("kategori"),
  UNIT("satuan"),
  FACTOR("isi"),
  PRICE("harga", "harga_jual"),
  COST("harga_beli", "hpp"),
  TAX_CLASS("kelas_pajak"),
  KIND("jenis"),
  ACCOUNT("akun"),
  WEIGHED("timbang"),
  NO_DISCOUNT("tanpa_diskon"),
  NO_RETURN("tanpa_retur"),
  BLOCKED("blokir"),
  STOCK_POLICY(),
  PACK_UNIT("satuan_kemasan"),
  PACK_FACTOR("isi_kemasan"),
  PACK_BARCODE("barcode_kemasan"),
  PACK_PRICE("harga_kemasan"),
  SOURCE();

  private final String others; // each between blanks

  Column(String... others) {
    this.others = " " + String.join(" ", others) + " ";
  }

  /** The name in files and messages. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column that a header means, by whatever usual name. */
  static Optional<Column> of(String header) {
    String plain = plain(header);
    for (Column column : values()) {
      if (column.title().equals(plain) || column.others.contains(" " + plain + " ")) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** The column of a name as options give it. */
  public static Optional<Column> named(String title) {
    for (Column column : values()) {
      if (column.title().equals(title)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  static String plain(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
