package id.lajur.rules.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What stands on a receipt that a lane gave by itself, and in its link of the chain. Amounts are
 * minor units, quantities thousandths of the unit.
 *
 * @param number from 1, without gap within the terminal
 * @param basketId that was sold, in the generation that the lane had
 * @param soldAtMs by the lane's clock
 * @param lines in the order of scanning, removed ones too
 * @param roundingMinor total + rounding = tendered − change
 */
public record EmergencyPaper(
    String terminal,
    long number,
    UUID basketId,
    int generation,
    UUID shiftId,
    String operatorNumber,
    long soldAtMs,
    List<Line> lines,
    List<Discount> discounts,
    List<Tax> taxes,
    long taxOnTopMinor,
    long totalMinor,
    long roundingMinor,
    long tenderedMinor,
    long changeMinor) {

  /**
   * One line.
   *
   * @param kind SALE, RETURN or CREDIT
   * @param discountMinor of this line alone
   * @param totalMinor quantity × price, or what its label says, less the discount
   */
  public record Line(
      String kind,
      String itemCode,
      int unitNo,
      String barcode,
      long quantityMilli,
      long priceMinor,
      long discountMinor,
      long totalMinor,
      boolean voided) {}

  /**
   * A discount of the whole basket.
   *
   * @param source MANUAL, MEMBER, STAFF or COUPON
   */
  public record Discount(String source, long amountMinor) {}

  /** The tax of one class. */
  public record Tax(int taxClassId, long taxableMinor, long taxMinor) {}

  public EmergencyPaper {
    lines = List.copyOf(lines);
    discounts = List.copyOf(discounts);
    taxes = taxes.stream().sorted(Comparator.comparingInt(Tax::taxClassId)).toList();
  }

  /**
   * Its link of the chain, form "lajur-emergency" 1 of docs/chains.md.
   *
   * @param before link of the receipt before, 32 zeros before the first
   */
  public byte[] link(byte[] before) {
    StringBuilder text = new StringBuilder(512);
    text.append("lajur-emergency|1\n").append(HexFormat.of().formatHex(before)).append('\n');
    record(
        text,
        "receipt",
        text(terminal),
        number,
        basketId,
        generation,
        shiftId,
        text(operatorNumber),
        soldAtMs,
        taxOnTopMinor,
        totalMinor,
        roundingMinor,
        tenderedMinor,
        changeMinor);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      record(
          text,
          "line",
          i + 1,
          line.kind(),
          text(line.itemCode()),
          line.unitNo(),
          text(line.barcode()),
          line.quantityMilli(),
          line.priceMinor(),
          line.discountMinor(),
          line.totalMinor(),
          line.voided() ? 1 : 0);
    }
    for (int i = 0; i < discounts.size(); i++) {
      record(text, "discount", i + 1, discounts.get(i).source(), discounts.get(i).amountMinor());
    }
    for (Tax tax : taxes) {
      record(text, "tax", tax.taxClassId(), tax.taxableMinor(), tax.taxMinor());
    }
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void record(StringBuilder text, Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : "|").append(fields[i]);
    }
    text.append('\n');
  }

  private static String text(String value) {
    return value.length() + ":" + value;
  }
}
