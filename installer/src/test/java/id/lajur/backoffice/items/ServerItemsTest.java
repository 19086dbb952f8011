package id.lajur.backoffice.items;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import id.lajur.rules.code.Gtin;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Items and their prices at a real server. */
class ServerItemsTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private static final String DIGITS = "899777000001";
  private static final String BARCODE = DIGITS + Gtin.checkDigit(DIGITS);
  private static final String PRICE_OF =
      "SELECT price_minor FROM price JOIN item USING (item_id) WHERE code = ?"
          + " ORDER BY effective_at DESC LIMIT 1";

  private final Desk desk = shop.desk("OWNER");
  private final ServerItems items = new ServerItems(desk);

  private Items.Sheet crackers(String name) {
    return new Items.Sheet(
        "",
        name,
        shop.item(930).department(),
        "",
        "BIASA",
        false,
        false,
        false,
        true,
        "",
        Items.Policy.WARN,
        List.of(new Items.Unit(0, "pcs", 1_000, List.of(BARCODE), null, List.of())));
  }

  @Test
  void anItemIsMadeChangedAndPriced() {
    String code = items.create(crackers("Kerupuk Udang")).join();
    assertThat(DeskShop.refusal(items.create(crackers("Kerupuk Ikan")))).isEqualTo("BARCODE_TAKEN");

    Items.Read made = items.item(BARCODE).join();
    assertThat(made.item().code()).isEqualTo(code);
    assertThat(made.item().asksExpiry()).isTrue();
    assertThat(made.item().policy()).isEqualTo(Items.Policy.WARN);
    assertThat(made.item().units())
        .singleElement()
        .satisfies(unit -> assertThat(unit.barcodes()).containsExactly(BARCODE));

    Items.Sheet after = renamed(made.item(), "Kerupuk Udang Besar");
    String etag = items.update(after, made.item().differing(after), made.etag()).join();
    assertThat(etag).isNotEqualTo(made.etag());
    assertThat(DeskShop.refusal(items.update(after, List.of("name"), made.etag())))
        .isEqualTo("ITEM_CHANGED");

    var now = items.price(code, "pcs", 9_500_00, Optional.empty()).join();
    assertThat(now).isBeforeOrEqualTo(java.time.Instant.now());
    LocalDate nextYear = LocalDate.now(desk.store().zone()).plusYears(1);
    assertThat(items.price(code, "pcs", 9_900_00, Optional.of(nextYear)).join())
        .isEqualTo(nextYear.atStartOfDay(desk.store().zone()).toInstant());
    assertThat(DeskShop.refusal(items.price(code, "dus", 9_500_00, Optional.empty())))
        .isEqualTo("UNIT_UNKNOWN");
    Items.Unit unit = items.item(code).join().item().units().get(0);
    assertThat(unit.priceMinor()).isEqualTo(9_500_00);
    assertThat(unit.coming()).extracting(Items.Coming::priceMinor).containsExactly(9_900_00L);

    assertThat(items.history(code, "").join().rows())
        .filteredOn(change -> change.field().equals("NAME"))
        .anySatisfy(
            change -> {
              assertThat(change.before()).isEqualTo("Kerupuk Udang");
              assertThat(change.after()).isEqualTo("Kerupuk Udang Besar");
              assertThat(change.by()).isEqualTo(desk.who().name());
            });
    assertThat(items.stockCard(code, "").join().rows()).isEmpty();
    assertThat(DeskShop.refusal(items.item("0000000"))).isEqualTo("ITEM_UNKNOWN");
  }

  private static Items.Sheet renamed(Items.Sheet was, String name) {
    return new Items.Sheet(
        was.code(),
        name,
        was.department(),
        was.category(),
        was.taxClass(),
        was.weighed(),
        was.noDiscount(),
        was.noReturn(),
        was.asksExpiry(),
        was.blockedReason(),
        was.policy(),
        was.units());
  }

  @Test
  void everyItemIsOnOnePageAndFoundByItsName() {
    long all = 0;
    Items.Page page = items.page("").join();
    long total = page.total();
    all += page.rows().size();
    while (!page.nextToken().isEmpty()) {
      page = items.page(page.nextToken()).join();
      all += page.rows().size();
    }
    assertThat(all)
        .isEqualTo(total)
        .isEqualTo(
            shop.number(
                "SELECT COUNT(*) FROM item WHERE item_id NOT IN"
                    + " (SELECT item_id FROM department WHERE item_id IS NOT NULL)"));

    assertThat(items.like(shop.item(931).name()).join().rows())
        .extracting(Items.Row::code)
        .contains(shop.item(931).code());
    assertThat(items.choices().join().departments())
        .extracting(Items.Choice::code)
        .contains(shop.item(931).department());
    assertThat(DeskShop.refusal(items.page("nonsense"))).isEqualTo("PAGE_INVALID");
  }

  @Test
  void manyPricesAreTriedThenChangedAllAtOnce() {
    var repricing = new ServerRepricing(desk);
    String one = shop.item(932).code();
    String other = shop.item(933).code();
    var tenPercent =
        new Repricing.Rule(Repricing.Way.PERCENT, 100_000, 100_00, 0, Optional.empty());

    Repricing.Preview preview = repricing.preview(List.of(one, other), tenPercent).join();

    assertThat(preview.lines()).extracting(Repricing.Line::itemCode).contains(one, other);
    assertThat(preview.changing()).isNotEmpty();
    assertThat(shop.number(PRICE_OF, one)).as("tried only").isEqualTo(price(932));
    int changed = repricing.apply(preview).join();

    assertThat(changed).isEqualTo(preview.changing().size());
    for (Repricing.Line line : preview.changing()) {
      assertThat(
              shop.number(
                  "SELECT p.price_minor FROM price p JOIN item i USING (item_id)"
                      + " JOIN item_unit u ON u.item_id = p.item_id AND u.unit_no = p.unit_no"
                      + " WHERE i.code = ? AND u.unit = ? ORDER BY p.effective_at DESC LIMIT 1",
                  line.itemCode(),
                  line.unit()))
          .isEqualTo(line.priceMinor());
    }
    assertThat(DeskShop.refusal(repricing.apply(preview))).isEqualTo("PRICE_MOVED");
    assertThat(
            DeskShop.refusal(
                new ServerRepricing(shop.desk("WAREHOUSE")).preview(List.of(one), tenPercent)))
        .isEqualTo("PERMISSION_MISSING");
  }

  private static long price(int index) {
    Long price = shop.item(index).units().get(0).priceMinor();
    return price == null ? 0 : price;
  }
}
