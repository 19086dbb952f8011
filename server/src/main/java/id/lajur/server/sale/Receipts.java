package id.lajur.server.sale;

import id.lajur.sale.v1.Receipt;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Receipts as they were frozen. */
public final class Receipts {
  private static final Pattern NUMBER = Pattern.compile("(.+)-([SE])(\\d{1,12})");

  private final DataSource pool;

  public Receipts(DataSource pool) {
    this.pool = pool;
  }

  /**
   * The sale of a receipt.
   *
   * @param printed its number as printed, in any case
   * @throws Refusal SALE_UNKNOWN
   */
  UUID numbered(Caller caller, String printed) throws SQLException {
    Matcher number = NUMBER.matcher(printed.strip().toUpperCase(Locale.ROOT));
    if (number.matches()) {
      try (Connection connection = pool.getConnection()) {
        Optional<UUID> found =
            ReceiptDao.numbered(
                connection,
                caller.storeId(),
                number.group(1),
                number.group(2),
                Long.parseLong(number.group(3)));
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new Refusal(Reason.SALE_UNKNOWN).with("number", printed);
  }

  /**
   * The receipt of a sale.
   *
   * @param named null = the last sale of the caller's terminal
   * @throws Refusal SALE_UNKNOWN
   */
  Receipt find(Caller caller, @Nullable UUID named) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      UUID saleId =
          named != null
              ? named
              : ReceiptDao.last(connection, caller.terminalId())
                  .orElseThrow(() -> new Refusal(Reason.SALE_UNKNOWN));
      Receipt receipt =
          ReceiptDao.find(connection, caller.storeId(), saleId)
              .orElseThrow(() -> new Refusal(Reason.SALE_UNKNOWN));
      Receipt paper =
          ReceiptBuyerDao.find(connection, saleId)
              .map(bought -> named(receipt, bought))
              .orElse(receipt);
      Instant soldAt = Instant.ofEpochMilli(receipt.getSoldAtMs());
      return RegistrationDao.registered(connection, caller.storeId(), soldAt)
          ? paper
          : untaxed(paper);
    }
  }

  /** With its member, partly hidden, and its price level, where it has them. */
  private static Receipt named(Receipt receipt, ReceiptBuyerDao.Bought bought) {
    Receipt.Builder named = receipt.toBuilder();
    if (bought.memberNumber() != null && bought.memberName() != null) {
      named
          .setMemberNumber(PartlyHidden.number(bought.memberNumber()))
          .setMemberName(PartlyHidden.name(bought.memberName()));
    }
    return named.setPriceLevel(bought.levelName() == null ? "" : bought.levelName()).build();
  }

  /** Goods that came back bring the tax that they were sold with, whatever the shop was then. */
  private static Receipt untaxed(Receipt receipt) {
    return receipt.toBuilder()
        .clearTaxNumber()
        .clearTaxes()
        .addAllTaxes(receipt.getTaxesList().stream().filter(tax -> tax.getTaxMinor() != 0).toList())
        .build();
  }
}
