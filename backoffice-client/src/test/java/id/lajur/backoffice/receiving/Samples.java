package id.lajur.backoffice.receiving;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The delivery of the model's picture. */
final class Samples {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final Instant SAVED = Instant.parse("2026-11-23T07:31:07Z");

  private Samples() {}

  static GoodsLine line(
      int place,
      String name,
      String unit,
      long factor,
      long quantity,
      long bonus,
      long price,
      String discount,
      long unitCost,
      long cost,
      @Nullable YearMonth expires,
      long change) {
    return new GoodsLine(
        place,
        1,
        false,
        "200001450" + place,
        name,
        "2000014500853",
        unit,
        factor * 1000,
        "pcs",
        quantity * 1000,
        bonus * 1000,
        price * 100,
        discount,
        unitCost * 100,
        cost * 100,
        change,
        expires == null ? null : expires.atEndOfMonth(),
        false,
        name.startsWith("Biskuit"),
        false,
        true);
  }

  /** The same in the books: four of the first line were taken back, two prices have changed. */
  static List<GoodsLine> booked() {
    return lines().stream()
        .map(
            line ->
                new GoodsLine(
                    line.place(),
                    0,
                    false,
                    line.itemCode(),
                    line.name(),
                    line.barcode(),
                    line.unit(),
                    line.factorMilli(),
                    line.baseUnit(),
                    line.quantityMilli(),
                    line.bonusMilli(),
                    line.priceMinor(),
                    line.discount(),
                    line.unitCostMinor(),
                    line.costMinor(),
                    null,
                    line.expiresOn(),
                    false,
                    false,
                    true,
                    true,
                    line.quantityMilli() + line.bonusMilli() - (line.place() == 1 ? 4_000 : 0),
                    line.place() == 2 ? (Long) 16_500_00L : line.place() == 9 ? 74_500_00L : null))
        .toList();
  }

  static List<GoodsLine> lines() {
    return List.of(
        line(
            1,
            "Minyak Goreng Sawit 2 L",
            "dus",
            6,
            20,
            0,
            198_000,
            "",
            33_000,
            3_960_000,
            YearMonth.of(2027, 11),
            0),
        line(
            2,
            "Gula Pasir Kristal 1 kg",
            "dus",
            20,
            15,
            0,
            312_000,
            "2",
            15_288,
            4_586_400,
            YearMonth.of(2028, 2),
            0),
        line(
            3,
            "Kecap Manis 520 ml",
            "dus",
            12,
            8,
            0,
            240_000,
            "10+5+2",
            16_758,
            1_608_768,
            YearMonth.of(2027, 7),
            0),
        line(
            4,
            "Teh Celup Melati 25",
            "dus",
            48,
            4,
            1,
            384_000,
            "5",
            6_080,
            1_459_200,
            YearMonth.of(2028, 5),
            0),
        line(
            5,
            "Susu UHT Full Cream 1 L",
            "dus",
            12,
            12,
            0,
            204_000,
            "2",
            16_660,
            2_399_040,
            YearMonth.of(2027, 4),
            0),
        line(
            6,
            "Deterjen Lavender 770 g",
            "dus",
            12,
            6,
            0,
            207_600,
            "5",
            16_435,
            1_183_320,
            null,
            0),
        line(
            7,
            "Sabun Mandi Cair 450 ml",
            "dus",
            24,
            3,
            0,
            468_000,
            "10",
            17_550,
            1_263_600,
            null,
            -25_000),
        line(
            8,
            "Biskuit Kelapa 300 g",
            "dus",
            24,
            5,
            0,
            190_800,
            "",
            7_950,
            954_000,
            YearMonth.of(2027, 9),
            0),
        line(
            9,
            "Beras Pandan Wangi 5 kg",
            "pcs",
            1,
            40,
            0,
            71_500,
            "",
            71_500,
            2_860_000,
            null,
            18_000),
        line(
            10,
            "Mi Goreng Spesial 85 g",
            "dus",
            40,
            10,
            1,
            108_000,
            "5+2",
            2_285,
            1_005_480,
            YearMonth.of(2027, 8),
            43_462));
  }

  static Sheet draft() {
    return sheet(true, lines());
  }

  static Sheet sheet(boolean open, List<GoodsLine> lines) {
    return new Sheet(
        open ? "d1" : "",
        open ? "" : "p1",
        "PB-2611-0187",
        open,
        7,
        "SPN",
        "PT Sumber Pangan Nusantara",
        "SJ-88412",
        TODAY,
        LocalDate.of(2026, 12, 23),
        "Gudang belakang",
        lines.isEmpty() ? 0 : 1_644_000,
        lines.isEmpty() ? 0 : 21_279_808_00L,
        lines.isEmpty() ? 0 : 1_521_675_00L,
        lines.isEmpty() ? 0 : 22_801_483_00L,
        SAVED,
        "Agus Salim",
        lines);
  }

  static Facts facts(int place) {
    return new Facts(
        place,
        212_000,
        652_000,
        List.of(
            new Facts.Purchase(LocalDate.of(2026, 11, 2), "PT Sumber Pangan Nusantara", 2_190_00),
            new Facts.Purchase(LocalDate.of(2026, 10, 12), "PT Sumber Pangan Nusantara", 2_190_00),
            new Facts.Purchase(LocalDate.of(2026, 9, 21), "Mitra Boga", 2_240_00)),
        3_250_00L,
        3_350_00L,
        219_523L,
        242_820L,
        240_000L,
        List.of("pcs", "dus"));
  }

  static List<Paper> papers() {
    return List.of(
        paper(Paper.State.DRAFT, 187, "PT Sumber Pangan Nusantara", "SJ-88412", 10, 22_801_483),
        paper(Paper.State.DRAFT, 186, "CV Mitra Boga", "MB/1123/26", 4, 3_150_250),
        paper(Paper.State.POSTED, 185, "UD Tani Makmur", "0091", 6, 1_840_000),
        paper(Paper.State.POSTED, 184, "PT Sumber Pangan Nusantara", "SJ-88301", 31, 48_112_900),
        paper(Paper.State.CORRECTION, 183, "PT Segar Abadi", "SA-7712", 1, -1_440_000),
        paper(Paper.State.POSTED, 183, "PT Segar Abadi", "SA-7712", 12, 9_654_300));
  }

  private static Paper paper(
      Paper.State state, int number, String supplier, String note, int lines, long total) {
    return new Paper(
        state,
        state + "-" + number,
        "PB-2611-0" + number + (state == Paper.State.CORRECTION ? "-K1" : ""),
        supplier,
        note,
        TODAY.minusDays(187 - number),
        lines,
        total * 100,
        number % 2 == 0 ? "Dewi Lestari" : "Agus Salim",
        SAVED.minusSeconds(86_400L * (187 - number)));
  }
}
