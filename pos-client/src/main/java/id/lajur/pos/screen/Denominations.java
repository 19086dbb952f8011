package id.lajur.pos.screen;

import java.util.List;

/** The notes and coins that circulate, dearest first, each in the colour people know it by. */
public final class Denominations {
  /**
   * @see "PBI 14/2023: coins 500 of 1991 and 1997 and 1,000 of 1993 are void"
   */
  public static final List<DenominationView> RUPIAH =
      List.of(
          note(100_000_00, 0xB8304F),
          note(50_000_00, 0x2B6CB8),
          note(20_000_00, 0x217A4B),
          note(10_000_00, 0x7B4EA3),
          note(5_000_00, 0x976327),
          note(2_000_00, 0x566069),
          note(1_000_00, 0x6E7A2E),
          coin(1_000_00, 0x6B747D),
          coin(500_00, 0x8A6A1C),
          coin(200_00, 0x6B747D),
          coin(100_00, 0x6B747D));

  private static final List<DenominationView> HUNDREDTHS =
      List.of(
          note(100_00, 0x4C7A5A),
          note(50_00, 0x7A5C9E),
          note(20_00, 0x2E7D5B),
          note(10_00, 0xA8742A),
          note(5_00, 0x7B6FA0),
          note(1_00, 0x566069),
          coin(25, 0x6B747D),
          coin(10, 0x6B747D),
          coin(5, 0x8A6A1C),
          coin(1, 0x976327));

  private Denominations() {}

  /**
   * Those of a currency; other than the rupiah's they are a usual set of hundreds and hundredths.
   *
   * @param code ISO 4217
   */
  public static List<DenominationView> of(String code) {
    return code.equals("IDR") ? RUPIAH : HUNDREDTHS;
  }

  private static DenominationView note(long minor, int rgb) {
    return new DenominationView(minor, true, rgb);
  }

  private static DenominationView coin(long minor, int rgb) {
    return new DenominationView(minor, false, rgb);
  }
}
