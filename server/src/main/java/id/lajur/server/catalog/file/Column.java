package id.lajur.server.catalog.file;

import java.util.Locale;
import java.util.Optional;

/** What a column of a catalogue can say; found in a file by its own name or another usual one. */
public enum Column {
  ITEM_CODE(
      "code sku kode kode_barang", "kode_item kode_produk item_no product_code plu id_barang"),
  BARCODE("barcodes ean gtin kode_batang", "upc barkode kode_bar barcode_1 ean13 ean_13"),
  NAME("nama nama_barang", "item_name product_name description nama_item nama_produk deskripsi"),
  DEPARTMENT("departemen", "dept department_code kelompok golongan divisi"),
  CATEGORY("kategori", "group grup kategori_barang jenis_barang"),
  UNIT("satuan", "uom sat base_unit satuan_dasar"),
  FACTOR("isi", "konversi conversion qty_per_unit"),
  PRICE("harga harga_jual", "selling_price retail_price sale_price hrg_jual harga_eceran"),
  COST("harga_beli hpp", "cost_price purchase_price hrg_beli harga_pokok harga_modal modal"),
  TAX_CLASS("kelas_pajak", "tax pajak ppn"),
  KIND("jenis", ""),
  ACCOUNT("akun", ""),
  WEIGHED("timbang", "timbangan scale"),
  NO_DISCOUNT("tanpa_diskon", ""),
  NO_RETURN("tanpa_retur", ""),
  BLOCKED("blokir", "blocked_reason"),
  STOCK_POLICY("", ""),
  PACK_UNIT("satuan_kemasan", "satuan_besar satuan_2 unit_2"),
  PACK_FACTOR("isi_kemasan", "isi_dus isi_2 pack_size"),
  PACK_BARCODE("barcode_kemasan", "barcode_dus barcode_2"),
  PACK_PRICE("harga_kemasan", "harga_dus harga_2 harga_grosir"),
  SOURCE("", "");

  /** How sure a name is. */
  enum Name {
    OUR_OWN,
    USUAL,
    /** Never taken by itself: somebody looks at it first. */
    LIKELY
  }

  private final String usual; // each between blanks
  private final String likely;

  Column(String usual, String likely) {
    this.usual = " " + usual + " ";
    this.likely = " " + likely + " ";
  }

  /** The name in files and messages. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column that a header means, by whatever usual name. */
  static Optional<Column> of(String header) {
    String plain = plain(header);
    for (Column column : values()) {
      if (column.isPlainly(plain, Name.OUR_OWN) || column.isPlainly(plain, Name.USUAL)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** Whether a file may call this column so. */
  boolean isCalled(String head, Name by) {
    return isPlainly(plain(head), by);
  }

  private boolean isPlainly(String plain, Name by) {
    if (plain.isEmpty()) {
      return false;
    }
    return switch (by) {
      case OUR_OWN -> title().equals(plain);
      case USUAL -> usual.contains(" " + plain + " ");
      case LIKELY -> likely.contains(" " + plain + " ");
    };
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
    String plain = header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s./-]+", "_");
    return plain.endsWith("_") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
