package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostDraftResponse;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.purchasing.v1.ReverseGoodsReceiptRequest;
import id.lajur.report.v1.ListSalesRequest;
import id.lajur.report.v1.ReportServiceGrpc;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.Handover;
import id.lajur.till.v1.MoveCashRequest;
import io.grpc.stub.MetadataUtils;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Order(1) // while the store is small
class AuditTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @BeforeAll
  static void aDayOfTrade() throws SQLException {
    store.server().setup().addSupplier("PT-AUDIT", "PT Audit");
    String item = store.item(11_150_00);
    try (TestLane lane = store.lane("OWNER")) {
      lane.receive(
          PostGoodsReceiptRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .setSupplier("PT-AUDIT")
              .addLines(
                  GoodsReceiptLine.newBuilder()
                      .setCode(item)
                      .setQuantityMilli(50_000)
                      .setCostMinor(400_000_00))
              .build());
      lane.scan(item);
      lane.voidLine(lane.scan(item).getLineId());
      lane.pay(lane.cashRequest(20_000_00));
      lane.scan(item);
      lane.pay(lane.cashRequest(20_000_00));
      LevelActs.level(lane, "AUDIT", "Teraudit");
      LevelActs.price(lane, item, "AUDIT", 9_000_00);
      LevelActs.member(lane, "AUDIT-1", "Ibu Audit", "AUDIT");
      LevelActs.setMember(lane, "AUDIT-1");
      lane.scan(item);
      lane.pay(lane.cashRequest(20_000_00));
      lane.till()
          .moveCash(
              MoveCashRequest.newBuilder()
                  .setRequestId(TestLane.newId())
                  .setMovement(CashMovement.CASH_MOVEMENT_PAY_OUT)
                  .setAmountMinor(5_000_00)
                  .setReason("parkir")
                  .build());
      handOver(lane, lane.terminal());
      lane.openShift(2_000_00);
      try (TestLane other = store.enrolled()) {
        handOver(lane, other.terminal());
      }
    }
    receiveAndTakeBack(item);
    try (TestLane manager = store.lane("OWNER")) {
      var unused =
          ReportServiceGrpc.newBlockingStub(manager.channel())
              .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(manager.headers()))
              .listSales(
                  ListSalesRequest.newBuilder()
                      .setFromDate("2026-01-01")
                      .setToDate("2026-01-01")
                      .build()); // whoever asks has sales summed
    }
  }

  /** Two deliveries scanned as drafts, one of them taken back whole. */
  private static void receiveAndTakeBack(String item) throws SQLException {
    try (Desk desk = new Desk(store, "OWNER")) {
      desk.begin("PT-AUDIT");
      desk.receive(item, 10_000, 8_000_00);
      desk.receive(store.item(5_000_00), 2_000, 3_000_00);
      PostDraftResponse kept = desk.post();
      assertThat(kept.getDocumentId()).isNotEmpty();
      desk.begin("PT-AUDIT");
      desk.receive(item, 5_000, 80_000_00);
      PostDraftResponse wrong = desk.post();
      var unused =
          desk.receipts()
              .reverseGoodsReceipt(
                  ReverseGoodsReceiptRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setDocumentId(wrong.getDocumentId())
                      .setReason("salah ketik harga")
                      .build());
    }
  }

  private static void handOver(TestLane lane, String terminal) {
    var unused =
        lane.till()
            .closeShift(
                CloseShiftRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .addCounted(Denomination.newBuilder().setValueMinor(1_000_00).setPieces(2))
                    .setHandover(Handover.newBuilder().setTerminal(terminal))
                    .build());
  }

  @Test
  void anHonestStoreIsClean() throws SQLException {
    store.assertAuditClean();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "UPDATE journal_line SET amount_minor = amount_minor + 1 LIMIT 1; debits equal credits",
        "DELETE FROM posting ORDER BY posting_id DESC LIMIT 3; every entry belongs to a posting",
        "UPDATE stock_balance SET quantity_milli = quantity_milli + 1 LIMIT 1; stock on hand",
        "UPDATE stock_balance SET value_minor = value_minor + 1 LIMIT 1; stock on hand",
        "UPDATE stock_balance SET quantity_milli = 0, value_minor = 7 LIMIT 1; quantity 0",
        "UPDATE stock_balance SET value_minor = value_minor + 1 LIMIT 1; the inventory account",
        "UPDATE till_move SET amount_minor = amount_minor + 1 LIMIT 1; each till's cash",
        "UPDATE supplier_move SET amount_minor = amount_minor + 1 LIMIT 1; payables",
        "UPDATE sale SET total_minor = total_minor + 100 LIMIT 1; a sale's total",
        "DELETE FROM sale_line LIMIT 1; a sale's total",
        "UPDATE sale_line SET price_minor = price_minor + 100 LIMIT 1; a line's total",
        "UPDATE sale_line SET returned_milli = 1000 WHERE line_no = 1 LIMIT 1; no more comes back",
        "INSERT INTO sale_return SELECT sale_id, 1, sale_id, 1, 1000 FROM sale LIMIT 1; no more comes back",
        "INSERT INTO sale_discount SELECT sale_id, 9, NULL, 'MANUAL', 100, 1, NULL, '' FROM sale LIMIT 1; discounts of lines",
        "UPDATE sale_tax SET tax_minor = tax_minor + 100 LIMIT 1; taxes are the sum",
        "UPDATE sale_tender SET amount_minor = amount_minor + 100 LIMIT 1; total and rounding",
        "UPDATE sale SET cost_minor = cost_minor + 1 LIMIT 1; the cost of a sale",
        "UPDATE stock_move m JOIN sale s ON s.sale_id = m.posting_id SET m.quantity_milli = m.quantity_milli + 1000; goods that were sold",
        "UPDATE basket SET state = 'OPEN' WHERE state = 'SOLD' LIMIT 1; one basket",
        "UPDATE sale_line SET tax_class_id = tax_class_id + 1 LIMIT 1; a sale's lines sell",
        "UPDATE basket_entry SET item_name = 'other' WHERE item_id IS NOT NULL; a sale's lines sell",
        "UPDATE sale SET member_id = NULL WHERE member_id IS NOT NULL; a sale has the member",
        "UPDATE sale SET level_no = 9 WHERE member_id IS NOT NULL; a sale has the member",
        "UPDATE basket_entry SET level_prices = NULL; a line sells at the retail price",
        "UPDATE sale_line SET price_source = 'LIST' WHERE price_source = 'LEVEL'; a line sells at the retail price",
        "UPDATE basket b JOIN shift h USING (shift_id) SET b.state = 'OPEN' WHERE h.closed_at IS NOT NULL; an open basket lies",
        "UPDATE shift SET closed_at = NULL, business_date = '2001-01-01' LIMIT 1; an open basket lies",
        "UPDATE sale SET number = number + 1000 ORDER BY sale_id DESC LIMIT 1; receipt numbers",
        "UPDATE z_report SET sales_minor = sales_minor + 1 LIMIT 1; Z numbers",
        "UPDATE z_report SET z_number = z_number + 500000 LIMIT 1; Z numbers",
        "UPDATE goods_receipt SET cost_minor = cost_minor + 1 LIMIT 1; a delivery is whole",
        "UPDATE goods_receipt SET parts = 2 WHERE parts = 1 LIMIT 1; a delivery is whole",
        "UPDATE goods_receipt_line SET quantity_milli = quantity_milli + 1000 LIMIT 1; a delivery is whole",
        "UPDATE stock_move SET value_minor = value_minor + 1 WHERE posting_id IN (SELECT posting_id FROM goods_receipt) LIMIT 1; a delivery is whole",
        "UPDATE supplier_move SET amount_minor = amount_minor + 1 WHERE posting_id IN (SELECT posting_id FROM goods_receipt) LIMIT 1; a delivery is whole",
        "UPDATE receiving_number SET last_number = last_number + 1; numbers of deliveries",
        "UPDATE receiving_draft SET number = number + 1 ORDER BY number DESC LIMIT 1; numbers of deliveries",
        "UPDATE receiving_draft SET state = 'OPEN' WHERE state = 'POSTED' LIMIT 1; numbers of deliveries",
        "UPDATE goods_receipt SET draft_id = NULL WHERE draft_id IS NOT NULL LIMIT 1; numbers of deliveries",
        "UPDATE goods_receipt SET document_id = posting_id, draft_id = (SELECT MIN(draft_id) FROM receiving_draft) WHERE draft_id IS NOT NULL; numbers of deliveries",
        "UPDATE receiving_draft_line SET removed = TRUE LIMIT 1; numbers of deliveries",
        "UPDATE receiving_draft_line SET removed = TRUE; numbers of deliveries",
        "UPDATE goods_receipt_line SET reversed_milli = reversed_milli - 1000 WHERE reversed_milli > 0; what was taken back",
        "UPDATE goods_receipt_line SET reversed_milli = 1000 WHERE reversed_milli = 0 AND reverses_posting_id IS NULL LIMIT 1; what was taken back",
        "UPDATE goods_receipt_line SET cost_minor = cost_minor + 1 WHERE reverses_posting_id IS NOT NULL LIMIT 1; what was taken back",
        "UPDATE goods_receipt_line SET tax_minor = tax_minor + 1 WHERE reverses_posting_id IS NOT NULL LIMIT 1; what was taken back",
        "UPDATE goods_receipt_line SET quantity_milli = quantity_milli - 1000 WHERE reverses_posting_id IS NOT NULL LIMIT 1; what was taken back",
        "UPDATE goods_receipt SET reverses_id = NULL WHERE reverses_id IS NOT NULL; what was taken back",
        "UPDATE cash_movement SET amount_minor = amount_minor + 100 LIMIT 1; cash that was moved",
        "UPDATE cash_movement SET movement = 'DROP' WHERE movement = 'PAY_OUT' LIMIT 1; cash that was moved",
        "DELETE FROM cash_movement LIMIT 1; cash that was moved",
        "UPDATE cash_handover SET amount_minor = amount_minor - 100 LIMIT 1; cash handed over",
        "UPDATE cash_handover SET shift_id = NULL WHERE shift_id IS NOT NULL; cash handed over",
        "UPDATE cash_handover SET operator_id = NULL WHERE ended_at IS NULL; cash handed over",
        "UPDATE cash_handover SET ended_at = handed_at WHERE ended_at IS NULL; cash handed over",
        "DELETE FROM cash_handover LIMIT 1; cash handed over",
        "UPDATE sales_by_minute SET gross_minor = gross_minor + 100 LIMIT 1; sales that are summed",
        "UPDATE sales_by_minute SET first_tickets = first_tickets - 1 LIMIT 1; sales that are summed",
        "UPDATE sales_by_minute SET earned_cost_minor = earned_cost_minor + 1 LIMIT 1; sales that are summed",
        "UPDATE sales_by_operator SET business_date = '2001-01-01' LIMIT 1; sales that are summed",
        "DELETE FROM sales_by_operator LIMIT 1; sales that are summed",
        "UPDATE sales_by_item SET quantity_milli = quantity_milli + 1 LIMIT 1; sales that are summed",
        "UPDATE sales_by_item SET tickets = tickets + 1 LIMIT 1; sales that are summed",
        "UPDATE sales_by_member SET member_id = 999999 WHERE member_id <> 0 LIMIT 1; sales that are summed",
        "UPDATE sales_by_member SET tickets = tickets + 1 LIMIT 1; sales that are summed",
        "DELETE FROM sales_by_member WHERE member_id = 0 LIMIT 1; sales that are summed",
        "UPDATE tenders_by_minute SET amount_minor = amount_minor + 1 LIMIT 1; sales that are summed",
        "DELETE FROM tenders_by_minute LIMIT 1; sales that are summed",
        "UPDATE projection SET seq = 3 WHERE name = 'sales'; sales that are summed",
        "DELETE FROM projection WHERE name = 'sales'; sales that are summed",
        "UPDATE projection SET seq = seq + 1000000 WHERE name = 'sales'; sales that are summed",
        "DELETE FROM event ORDER BY seq DESC LIMIT 1; the log of events",
        "DELETE FROM request WHERE request_id IN (SELECT request_id FROM posting); every posting has",
        "UPDATE sale_line SET business_date = '2001-01-01' LIMIT 1; a line carries",
        "UPDATE sale_line SET barcode = 'other' LIMIT 1; every receipt chain",
        "UPDATE receipt_head SET last_number = last_number + 1 WHERE series = 'S' LIMIT 1; every receipt chain",
        "UPDATE z_report SET receipt_number = 999; every receipt chain",
        "UPDATE z_report SET emergency_number = 999; every receipt chain",
        "UPDATE audit_entry SET reason = 'other' WHERE kind = 'LINE_VOIDED' LIMIT 1; every chain of the audit journal",
        "DELETE FROM audit_entry ORDER BY terminal_id DESC, number DESC LIMIT 1; every chain of the audit journal",
      })
  void aPromiseBrokenOnPurposeIsSeen(String sql, String promise) throws SQLException {
    try (Connection connection = store.server().database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThat(statement.executeUpdate(sql)).isPositive();

      AuditReport report = Audit.run(connection);
      connection.rollback();

      assertThat(report.results())
          .as(report.toText())
          .anyMatch(result -> result.name().startsWith(promise) && !result.holds());
    }
  }
}
