package id.lajur.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recomputes every hash chain from the rows, by form 1 of docs/chains.md, up to its head. */
final class Chains {
  static final String RECEIPT_CODE = "RECEIPT_CHAINS";
  static final String RECEIPTS = "every receipt chain is unbroken, to its head and every Z";
  static final String JOURNAL_CODE = "JOURNAL_CHAINS";
  static final String JOURNAL =
      "every chain of the audit journal is unbroken, to its head and every Z";

  private static final HexFormat HEX = HexFormat.of();

  private final Connection connection;
  private final List<String> broken = new ArrayList<>();
  private long rows;

  /** Links by chain and number, kept for those numbers that a Z or a day's close recorded. */
  private final Map<String, byte[]> recorded = new HashMap<>();

  Chains(Connection connection) {
    this.connection = connection;
  }

  AuditReport.Result receipts() throws SQLException {
    begin();
    wanted("SELECT terminal_id, 'S', receipt_number, receipt_hash FROM z_report");
    wanted("SELECT terminal_id, 'E', emergency_number, emergency_hash FROM z_report");
    wanted(
        """
        SELECT terminal_id, chain, last_number, last_hash FROM business_day_head
         WHERE chain IN ('S', 'E')""");
    each(
        "SELECT terminal_id, series, last_number, last_hash FROM receipt_head",
        head -> {
          if (head.getString(2).equals("E")) {
            emergencyChain(head.getInt(1), head.getLong(3), head.getBytes(4));
          } else {
            receiptChain(head.getInt(1), head.getLong(3), head.getBytes(4));
          }
        });
    return result(RECEIPT_CODE, RECEIPTS);
  }

  AuditReport.Result journal() throws SQLException {
    begin();
    wanted("SELECT terminal_id, 'AUDIT', audit_number, audit_hash FROM z_report");
    wanted(
        """
        SELECT terminal_id, chain, last_number, last_hash FROM business_day_head
         WHERE chain = 'AUDIT'""");
    each(
        "SELECT terminal_id, last_number, last_hash FROM audit_head",
        head -> auditChain(head.getInt(1), head.getLong(2), head.getBytes(3)));
    return result(JOURNAL_CODE, JOURNAL);
  }

  private void begin() {
    broken.clear();
    recorded.clear();
    rows = 0;
  }

  private AuditReport.Result result(String code, String name) {
    recorded.forEach(
        (key, hash) -> broken.add("a Z or a day's close recorded " + key + ", which is gone"));
    return new AuditReport.Result(
        code, name, rows, broken.size(), broken.subList(0, Math.min(20, broken.size())));
  }

  private void wanted(String sql) throws SQLException {
    each(
        sql,
        row -> {
          if (row.getLong(3) > 0) {
            recorded.put(
                row.getInt(1) + "/" + row.getString(2) + "/" + row.getLong(3), row.getBytes(4));
          }
        });
  }

  private void seen(String key, byte[] hash) {
    byte[] expected = recorded.remove(key);
    if (expected != null && !Arrays.equals(expected, hash)) {
      broken.add("a Z or a day's close recorded another link at " + key);
    }
  }

  private void receiptChain(int terminalId, long lastNumber, byte[] lastHash) throws SQLException {
    chain(
        terminalId,
        "S",
        lastNumber,
        lastHash,
        "SELECT * FROM sale WHERE terminal_id = "
            + terminalId
            + " AND series = 'S' ORDER BY number",
        this::receiptLink);
  }

  private void emergencyChain(int terminalId, long lastNumber, byte[] lastHash)
      throws SQLException {
    chain(
        terminalId,
        "E",
        lastNumber,
        lastHash,
        "SELECT * FROM emergency_receipt WHERE terminal_id = " + terminalId + " ORDER BY number",
        this::emergencyLink);
  }

  @FunctionalInterface
  private interface Link {
    byte[] of(byte[] before, ResultSet row) throws SQLException;
  }

  private void chain(
      int terminalId, String series, long lastNumber, byte[] lastHash, String sql, Link linkOf)
      throws SQLException {
    byte[][] before = {new byte[32]};
    long[] number = {0};
    each(
        sql,
        row -> {
          byte[] link = linkOf.of(before[0], row);
          number[0] = row.getLong("number");
          if (!Arrays.equals(link, row.getBytes("hash"))) {
            broken.add("receipt " + terminalId + "/" + series + "/" + number[0] + " was altered");
          }
          before[0] = row.getBytes("hash");
          seen(terminalId + "/" + series + "/" + number[0], before[0]);
        });
    if (number[0] != lastNumber || !Arrays.equals(before[0], lastHash)) {
      broken.add("the head of receipts " + terminalId + "/" + series + " is not the last receipt");
    }
  }

  private byte[] emergencyLink(byte[] before, ResultSet receipt) throws SQLException {
    StringBuilder text = new StringBuilder();
    text.append("lajur-emergency|1\n").append(HEX.formatHex(before)).append('\n');
    line(
        text,
        "receipt",
        text(receipt.getString("terminal_code")),
        receipt.getLong("number"),
        uuid(receipt, "basket_id"),
        receipt.getInt("generation"),
        uuid(receipt, "shift_id"),
        text(receipt.getString("operator_number")),
        receipt.getLong("sold_at_ms"),
        receipt.getLong("tax_on_top_minor"),
        receipt.getLong("total_minor"),
        receipt.getLong("rounding_minor"),
        receipt.getLong("tendered_minor"),
        receipt.getLong("change_minor"));
    String of =
        " WHERE terminal_id = "
            + receipt.getInt("terminal_id")
            + " AND number = "
            + receipt.getLong("number")
            + " ORDER BY ";
    each(
        "SELECT * FROM emergency_line" + of + "line_no",
        row ->
            line(
                text,
                "line",
                row.getInt("line_no"),
                row.getString("kind"),
                text(row.getString("item_code")),
                row.getInt("unit_no"),
                text(row.getString("barcode")),
                row.getLong("quantity_milli"),
                row.getLong("price_minor"),
                row.getLong("discount_minor"),
                row.getLong("total_minor"),
                row.getBoolean("voided") ? 1 : 0));
    each(
        "SELECT * FROM emergency_discount" + of + "discount_no",
        row ->
            line(
                text,
                "discount",
                row.getInt("discount_no"),
                row.getString("source"),
                row.getLong("amount_minor")));
    each(
        "SELECT * FROM emergency_tax" + of + "tax_class_id",
        row ->
            line(
                text,
                "tax",
                row.getInt("tax_class_id"),
                row.getLong("taxable_minor"),
                row.getLong("tax_minor")));
    return sha256(text);
  }

  private byte[] receiptLink(byte[] before, ResultSet sale) throws SQLException {
    StringBuilder text = new StringBuilder();
    text.append("lajur-receipt|1\n").append(HEX.formatHex(before)).append('\n');
    line(
        text,
        "sale",
        sale.getInt("terminal_id"),
        sale.getString("series"),
        sale.getLong("number"),
        uuid(sale, "sale_id"),
        uuid(sale, "basket_id"),
        sale.getString("business_date"),
        micros(sale, "sold_at"),
        sale.getInt("operator_id"),
        sale.getInt("line_count"),
        sale.getLong("lines_minor"),
        sale.getLong("discount_minor"),
        sale.getLong("tax_on_top_minor"),
        sale.getLong("tax_minor"),
        sale.getLong("total_minor"),
        sale.getLong("rounding_minor"),
        sale.getLong("change_minor"));
    byte[] id = sale.getBytes("sale_id");
    eachOf(
        "SELECT * FROM sale_line WHERE sale_id = ? ORDER BY line_no",
        id,
        row ->
            line(
                text,
                "line",
                row.getInt("line_no"),
                row.getString("kind"),
                row.getInt("item_id"),
                text(row.getString("barcode")),
                row.getLong("factor_milli"),
                row.getLong("quantity_milli"),
                row.getLong("list_price_minor"),
                row.getLong("price_minor"),
                row.getString("price_source"),
                row.getLong("discount_minor"),
                row.getLong("total_minor"),
                row.getLong("basket_discount_minor"),
                row.getInt("tax_class_id"),
                row.getLong("taxable_minor"),
                row.getLong("tax_minor")));
    eachOf(
        "SELECT * FROM sale_discount WHERE sale_id = ? ORDER BY discount_no",
        id,
        row ->
            line(
                text,
                "discount",
                row.getInt("discount_no"),
                orDash(row.getString("line_no")),
                row.getString("source"),
                row.getLong("amount_minor"),
                row.getBoolean("lowers_base") ? 1 : 0,
                orDash(row.getString("approved_by"))));
    eachOf(
        "SELECT * FROM sale_tax WHERE sale_id = ? ORDER BY tax_class_id",
        id,
        row ->
            line(
                text,
                "tax",
                row.getInt("tax_class_id"),
                row.getString("mode"),
                row.getInt("rate_micro"),
                row.getInt("base_numerator"),
                row.getInt("base_denominator"),
                row.getLong("taxable_minor"),
                row.getLong("tax_minor")));
    eachOf(
        "SELECT * FROM sale_tender WHERE sale_id = ? ORDER BY tender_no",
        id,
        row ->
            line(
                text,
                "tender",
                row.getInt("tender_no"),
                row.getString("kind"),
                row.getLong("amount_minor"),
                text(row.getString("reference"))));
    return sha256(text);
  }

  private void auditChain(int terminalId, long lastNumber, byte[] lastHash) throws SQLException {
    byte[][] before = {new byte[32]};
    long[] number = {0};
    each(
        "SELECT * FROM audit_entry WHERE terminal_id = " + terminalId + " ORDER BY number",
        row -> {
          StringBuilder text = new StringBuilder();
          text.append("lajur-audit|1\n").append(HEX.formatHex(before[0])).append('\n');
          line(
              text,
              "entry",
              terminalId,
              row.getLong("number"),
              micros(row, "occurred_at"),
              row.getString("kind"),
              orDash(row.getString("operator_id")),
              orDash(row.getString("approved_by")),
              row.getBytes("subject_id") == null ? "-" : uuid(row, "subject_id"),
              orDash(row.getString("line_id")),
              orDash(row.getString("amount_minor")),
              text(row.getString("before_value")),
              text(row.getString("after_value")),
              text(row.getString("reason")));
          if (row.getLong("number") != number[0] + 1
              || !Arrays.equals(sha256(text), row.getBytes("hash"))) {
            broken.add(
                "journal entry " + terminalId + "/" + row.getLong("number") + " was altered");
          }
          number[0] = row.getLong("number");
          before[0] = row.getBytes("hash");
          seen(terminalId + "/AUDIT/" + number[0], before[0]);
        });
    if (number[0] != lastNumber || !Arrays.equals(before[0], lastHash)) {
      broken.add("the head of journal " + terminalId + " is not its last entry");
    }
  }

  private static void line(StringBuilder text, Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : "|").append(fields[i]);
    }
    text.append('\n');
  }

  private static String text(@Nullable String value) {
    return value == null ? "-" : value.length() + ":" + value;
  }

  private static String orDash(@Nullable String value) {
    return value == null ? "-" : value;
  }

  private static String uuid(ResultSet row, String column) throws SQLException {
    java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(row.getBytes(column));
    return new UUID(bytes.getLong(), bytes.getLong()).toString();
  }

  private static long micros(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), time);
  }

  private static byte[] sha256(StringBuilder text) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Fetched whole but for what the driver streams: a chain is one terminal's. */
  private void each(String sql, RowReader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows++;
        reader.read(row);
      }
    }
  }

  private void eachOf(String sql, byte[] id, RowReader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, id);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows++;
          reader.read(row);
        }
      }
    }
  }
}
