package id.lajur.server.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledgers that only the posting appends to. */
public final class PostingDao {
  private PostingDao() {}

  /** Head of a posted document. */
  public record PostingRow(
      UUID postingId,
      int storeId,
      Event.Kind kind,
      int terminalId,
      int operatorId,
      @Nullable UUID shiftId,
      LocalDate businessDate,
      Instant occurredAt,
      UUID requestId,
      int part) {}

  /** One line of the general ledger; debit positive. */
  public record JournalRow(
      UUID postingId,
      int lineNo,
      String account,
      long amountMinor,
      int terminalId,
      LocalDate businessDate) {}

  /** One movement of stock; into stock positive. */
  public record StockMoveRow(
      UUID postingId,
      int lineNo,
      int locationId,
      int itemId,
      long quantityMilli,
      long valueMinor) {}

  /** One movement of a drawer's cash; into the drawer positive. */
  public record TillMoveRow(
      UUID postingId,
      int lineNo,
      UUID shiftId,
      int terminalId,
      TillMoveKind kind,
      long amountMinor) {}

  /** The names stand in the database. */
  public enum TillMoveKind {
    FLOAT,
    SALE,
    CHANGE,
    PAY_IN,
    PAY_OUT,
    DROP,
    DIFFERENCE,
    CLOSE
  }

  public static final InsertTable<PostingRow> POSTING =
      new InsertTable<>(
          """
          INSERT INTO posting (posting_id, store_id, kind, terminal_id, operator_id, shift_id,
                               business_date, occurred_at, request_id, part)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, posting) ->
              row.id(posting.postingId())
                  .number(posting.storeId())
                  .name(posting.kind())
                  .number(posting.terminalId())
                  .number(posting.operatorId())
                  .id(posting.shiftId())
                  .date(posting.businessDate())
                  .time(posting.occurredAt())
                  .id(posting.requestId())
                  .number(posting.part()));

  public static final InsertTable<JournalRow> JOURNAL_LINE =
      new InsertTable<>(
          """
          INSERT INTO journal_line (posting_id, line_no, account, amount_minor, terminal_id,
                                    business_date)
          VALUES (?, ?, ?, ?, ?, ?)""",
          (row, line) ->
              row.id(line.postingId())
                  .number(line.lineNo())
                  .text(line.account())
                  .number(line.amountMinor())
                  .number(line.terminalId())
                  .date(line.businessDate()));

  public static final InsertTable<StockMoveRow> STOCK_MOVE =
      new InsertTable<>(
          """
          INSERT INTO stock_move (posting_id, line_no, location_id, item_id, quantity_milli,
                                  value_minor)
          VALUES (?, ?, ?, ?, ?, ?)""",
          (row, move) ->
              row.id(move.postingId())
                  .number(move.lineNo())
                  .number(move.locationId())
                  .number(move.itemId())
                  .number(move.quantityMilli())
                  .number(move.valueMinor()));

  public static final InsertTable<TillMoveRow> TILL_MOVE =
      new InsertTable<>(
          """
          INSERT INTO till_move (posting_id, line_no, shift_id, terminal_id, kind, amount_minor)
          VALUES (?, ?, ?, ?, ?, ?)""",
          (row, move) ->
              row.id(move.postingId())
                  .number(move.lineNo())
                  .id(move.shiftId())
                  .number(move.terminalId())
                  .name(move.kind())
                  .number(move.amountMinor()));
}
