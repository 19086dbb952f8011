package id.lajur.server.admin;

import java.util.List;

/**
 * The chart of accounts that a new store starts with.
 *
 * @see "SAK EMKM for the grouping; the numbers are ours"
 */
final class Chart {
  private Chart() {}

  /**
   * One account.
   *
   * @param kind as the database names it
   */
  record Account(String code, String name, String kind) {}

  static final List<Account> ACCOUNTS =
      List.of(
          new Account("1101", "Kas kecil", "ASSET"),
          new Account("1102", "Kas kasir", "ASSET"),
          new Account("1103", "Brankas", "ASSET"),
          new Account("1104", "Setoran dalam perjalanan", "ASSET"),
          new Account("1111", "Bank", "ASSET"),
          new Account("1121", "Piutang kartu", "ASSET"),
          new Account("1122", "Piutang QRIS", "ASSET"),
          new Account("1129", "Pembayaran belum pasti", "ASSET"),
          new Account("1131", "Piutang dagang", "ASSET"),
          new Account("1133", "Piutang karyawan", "ASSET"),
          new Account("1141", "Persediaan", "ASSET"),
          new Account("1142", "Barang dalam perjalanan", "ASSET"),
          new Account("1151", "PPN masukan", "ASSET"),
          new Account("1152", "PPN masukan belum difakturkan", "ASSET"),
          new Account("1161", "Uang muka pembelian", "ASSET"),
          new Account("1162", "Biaya dibayar di muka", "ASSET"),
          new Account("1201", "Aset tetap", "ASSET"),
          new Account("1209", "Akumulasi penyusutan", "ASSET"),
          new Account("2101", "Hutang dagang", "LIABILITY"),
          new Account("2102", "Penerimaan belum difakturkan", "LIABILITY"),
          new Account("2103", "Hutang konsinyasi", "LIABILITY"),
          new Account("2111", "PPN keluaran", "LIABILITY"),
          new Account("2112", "Hutang PPN", "LIABILITY"),
          new Account("2113", "Hutang PPh", "LIABILITY"),
          new Account("2121", "Uang muka pelanggan", "LIABILITY"),
          new Account("2122", "Voucher beredar", "LIABILITY"),
          new Account("2123", "Poin member", "LIABILITY"),
          new Account("2124", "Titipan PPOB", "LIABILITY"),
          new Account("2125", "Titipan donasi", "LIABILITY"),
          new Account("2131", "Beban akrual", "LIABILITY"),
          new Account("2201", "Hutang bank", "LIABILITY"),
          new Account("3101", "Modal", "EQUITY"),
          new Account("3103", "Laba ditahan", "EQUITY"),
          new Account("3104", "Laba berjalan", "EQUITY"),
          new Account("4101", "Penjualan", "INCOME"),
          new Account("4102", "Potongan penjualan", "INCOME"),
          new Account("4103", "Retur penjualan", "INCOME"),
          new Account("4104", "Pemberian poin", "INCOME"),
          new Account("4201", "Komisi", "INCOME"),
          new Account("4202", "Voucher dan poin hangus", "INCOME"),
          new Account("4203", "Sewa rak", "INCOME"),
          new Account("5101", "Harga pokok penjualan", "EXPENSE"),
          new Account("5102", "Selisih persediaan", "EXPENSE"),
          new Account("5103", "Rusak dan kedaluwarsa", "EXPENSE"),
          new Account("5104", "Selisih harga beli", "EXPENSE"),
          new Account("6101", "Gaji", "EXPENSE"),
          new Account("6102", "Sewa", "EXPENSE"),
          new Account("6103", "Listrik dan air", "EXPENSE"),
          new Account("6104", "MDR dan biaya bank", "EXPENSE"),
          new Account("6106", "Promosi", "EXPENSE"),
          new Account("6107", "Penyusutan", "EXPENSE"),
          new Account("6109", "Lain-lain", "EXPENSE"),
          new Account("7101", "Pembulatan", "INCOME"),
          new Account("7102", "Selisih kas", "EXPENSE"),
          new Account("7103", "Bunga", "EXPENSE"),
          new Account("8101", "Pajak penghasilan", "EXPENSE"),
          new Account("9101", "Barang konsinyasi", "MEMO"));
}
