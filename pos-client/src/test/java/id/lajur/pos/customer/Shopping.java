package id.lajur.pos.customer;

import id.lajur.kit.format.ShopCurrency;
import id.lajur.pos.customer.CustomerView.Stage;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.MemberView;
import id.lajur.pos.screen.QuickPages;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.screen.TerminalView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A customer's shopping, as it is shown to her. */
final class Shopping {
  static final TerminalView TERMINAL =
      new TerminalView(
          "Swalayan Melati",
          "Jl. Kenanga Raya 18, Depok",
          "3",
          ShopCurrency.RUPIAH,
          ZoneId.of("Asia/Jakarta"),
          List.of(),
          QuickPages.NONE,
          false);

  static final LineView MILK = line("Susu UHT Full Cream 1 L", 3_000, 19_800, 5_940);
  static final LineView SAUCE = line("Kecap Manis Botol 520 ml", 1_000, 22_300, 0);
  static final LineView BREAD = line("Roti Tawar Kupas 350 g", 1_000, 16_500, 0);
  static final LineView SOAP = line("Deterjen Bubuk Lavender 770 g", 1_000, 21_900, 0);
  static final LineView TEA = line("Teh Celup Melati 25 kantong", 2_000, 8_750, 0);
  static final LineView CHICKEN =
      new LineView(
          9,
          "2101234",
          "Ayam Potong Segar",
          "kg",
          1_246,
          true,
          38_500_00,
          0,
          47_971_00,
          "",
          Optional.empty());
  static final LineView GONE =
      new LineView(
          8,
          "1",
          "Sabun Mandi",
          "pcs",
          1_000,
          false,
          24_900_00,
          0,
          0,
          "",
          Optional.of(Instant.EPOCH));

  private Shopping() {}

  static CustomerView welcome() {
    return new CustomerView(Stage.WELCOME, TERMINAL, BasketView.EMPTY, Optional.empty());
  }

  static CustomerView closed() {
    return new CustomerView(Stage.CLOSED, TERMINAL, BasketView.EMPTY, Optional.empty());
  }

  static CustomerView basket(LineView... lines) {
    return new CustomerView(Stage.BASKET, TERMINAL, of(lines), Optional.empty());
  }

  static CustomerView toPay(LineView... lines) {
    return new CustomerView(Stage.TO_PAY, TERMINAL, of(lines), Optional.empty());
  }

  static CustomerView paid(long receivedMinor, LineView... lines) {
    return paid(receivedMinor, 0, receivedMinor - of(lines).cashDueMinor(), lines);
  }

  static CustomerView paid(
      long receivedMinor, long otherMinor, long changeMinor, LineView... lines) {
    BasketView basket = of(lines);
    return new CustomerView(
        Stage.PAID,
        TERMINAL,
        basket,
        Optional.of(
            new ReceiptView(
                "L03-S001042", basket.totalMinor(), receivedMinor, otherMinor, changeMinor, true)));
  }

  private static BasketView of(LineView... lines) {
    long total = List.of(lines).stream().mapToLong(LineView::totalMinor).sum();
    long saved = List.of(lines).stream().mapToLong(LineView::discountMinor).sum();
    return new BasketView(
        List.of(lines),
        total,
        total / 10_000 * 10_000,
        saved,
        lines.length,
        lines.length,
        Optional.of(new MemberView("Ratna Wulandari", "880000004471")),
        "Anggota");
  }

  static LineView dear(long rupiah) {
    return line("Emas", 1_000, rupiah, 0);
  }

  private static LineView line(String name, long quantityMilli, long rupiah, long discountRupiah) {
    long total = rupiah * quantityMilli / 10 - discountRupiah * 100;
    return new LineView(
        name.length(),
        "8991002101234",
        name,
        "pcs",
        quantityMilli,
        false,
        rupiah * 100,
        discountRupiah * 100,
        total,
        "",
        Optional.empty());
  }
}
