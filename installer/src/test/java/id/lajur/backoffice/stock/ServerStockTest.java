package id.lajur.backoffice.stock;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Counting and adjusting at a real server. */
class ServerStockTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final Desk desk = shop.desk("OWNER");

  @Test
  void aShelfIsCountedAndItsDifferencesAreStock() {
    var counts = new ServerCounts(desk);
    String item = shop.item(901).code();
    assertThat(counts.departments().join())
        .extracting(Counts.Department::code)
        .contains(shop.item(901).department());

    String id = counts.begin("Rak 3", "").join();
    assertThat(counts.figure(id, new Typed(shop.barcode(901), 7_000, true)).join())
        .satisfies(
            line -> {
              assertThat(line.itemCode()).isEqualTo(item);
              assertThat(line.countedMilli()).isEqualTo(7_000);
              assertThat(line.bookMilli()).isZero();
              assertThat(line.differenceMilli()).isEqualTo(7_000);
            });
    assertThat(counts.figure(id, new Typed(item, 2_000, true)).join().countedMilli())
        .isEqualTo(9_000);
    assertThat(counts.figure(id, new Typed(item, 5_000, false)).join().countedMilli())
        .isEqualTo(5_000);
    assertThat(DeskShop.refusal(counts.figure(id, new Typed("0000000", 1_000, true))))
        .isEqualTo("ITEM_UNKNOWN");
    assertThat(counts.count(id).join().lines()).hasSize(1);

    assertThat(counts.post(id).join()).isEqualTo(1);

    assertThat(shop.stockMilli(item)).isEqualTo(5_000);
    assertThat(counts.count(id).join().head().state()).isEqualTo(Counts.State.POSTED);
    assertThat(counts.counts("").join().rows())
        .filteredOn(head -> head.id().equals(id))
        .singleElement()
        .extracting(Counts.Head::name, Counts.Head::counted)
        .containsExactly("Rak 3", 1);
    assertThat(DeskShop.refusal(counts.figure(id, new Typed(item, 1_000, true))))
        .isEqualTo("COUNT_ENDED");
    assertThat(DeskShop.refusal(counts.post(id))).isEqualTo("COUNT_ENDED");
  }

  @Test
  void aCountGivenUpChangesNothing() {
    var counts = new ServerCounts(desk);
    String id = counts.begin("Rak 4", shop.item(902).department()).join();
    assertThat(counts.count(id).join().uncounted()).isPositive();

    assertThat(DeskShop.refusal(counts.post(id))).isEqualTo("COUNT_EMPTY");
    var unused = counts.figure(id, new Typed(shop.barcode(902), 3_000, true)).join();
    var unusedToo = counts.cancel(id).join();

    assertThat(counts.count(id).join().head().state()).isEqualTo(Counts.State.CANCELLED);
    assertThat(shop.stockMilli(shop.item(902).code())).isZero();
    assertThat(DeskShop.refusal(counts.count("018f0000-0000-7000-8000-000000000000")))
        .isEqualTo("COUNT_UNKNOWN");
  }

  @Test
  void foundAndBrokenGoodsAreAdjusted() {
    var stock = new ServerAdjustments(desk);
    String item = shop.item(903).code();
    Adjustments.Line found = stock.find(shop.barcode(903), 6_000).join();
    assertThat(found.name()).isEqualTo(shop.item(903).name());
    assertThat(found.unit()).isEqualTo(shop.item(903).units().get(0).unit());
    assertThat(DeskShop.refusal(stock.find("0000000", 1_000))).isEqualTo("ITEM_UNKNOWN");

    var unused = stock.post(Adjustments.Reason.FOUND, "di gudang", List.of(found)).join();
    var unusedToo =
        stock.post(Adjustments.Reason.DAMAGED, "jatuh", List.of(found.with(2_000))).join();

    assertThat(shop.stockMilli(item)).isEqualTo(4_000);
    Adjustments.Head newest = stock.adjustments("").join().rows().get(0);
    assertThat(newest.reason()).isEqualTo(Adjustments.Reason.DAMAGED);
    assertThat(newest.note()).isEqualTo("jatuh");
    assertThat(newest.by()).isEqualTo(desk.who().name());
    Adjustments.Sheet sheet = stock.adjustment(newest).join();
    assertThat(sheet.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.quantityMilli()).isEqualTo(-2_000);
              assertThat(line.valueMinor()).isNotNull();
            });
    assertThat(
            DeskShop.refusal(stock.post(Adjustments.Reason.LOST, "hilang", List.of(found.with(0)))))
        .isEqualTo("QUANTITY_INVALID");
    assertThat(DeskShop.refusal(stock.post(Adjustments.Reason.FOUND, "", List.of(found))))
        .isEqualTo("REASON_NEEDED");
  }

  @Test
  void whoSeesNoCostAdjustsWithoutIt() {
    Desk warehouse = shop.desk("SUPERVISOR");
    var stock = new ServerAdjustments(warehouse);
    Adjustments.Line line = stock.find(shop.barcode(904), 1_000).join();
    var unused = stock.post(Adjustments.Reason.FOUND, "di rak lain", List.of(line)).join();

    assertThat(stock.adjustments("").join().rows()).allMatch(head -> head.valueMinor() == null);
    assertThat(DeskShop.refusal(new ServerAdjustments(shop.desk("CASHIER")).adjustments("")))
        .isEqualTo("PERMISSION_MISSING");
    assertThat(DeskShop.refusal(new ServerCounts(shop.desk("CASHIER")).begin("Rak 5", "")))
        .isEqualTo("PERMISSION_MISSING");
  }
}
