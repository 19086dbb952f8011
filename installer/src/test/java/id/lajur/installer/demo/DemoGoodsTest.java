package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.rules.code.Gtin;
import id.lajur.server.catalog.NewItem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoGoodsTest {
  private final List<NewItem> goods = DemoGoods.made(1945);

  @Test
  void theShopHasSomeTwoThousandItemsEachWithItsOwnNameAndBarcodes() {
    assertThat(goods).hasSizeBetween(1_700, 2_300);
    Set<String> names = new HashSet<>();
    Set<String> barcodes = new HashSet<>();
    for (NewItem item : goods) {
      assertThat(names.add(item.name())).as(item.name()).isTrue();
      assertThat(item.name()).hasSizeLessThanOrEqualTo(60).doesNotContain("  ", "|", "-");
      for (NewItem.Unit unit : item.units()) {
        for (String barcode : unit.barcodes()) {
          assertThat(barcodes.add(barcode)).as(barcode).isTrue();
          assertThat(Gtin.checkDigit(barcode.substring(0, 12))).isEqualTo(barcode.charAt(12) - '0');
        }
      }
    }
  }

  @Test
  void aLargerSizeOfTheSameGoodsCostsMore() {
    assertThat(price("Minyak Goreng Sawit Bintang Nyiur 2 L"))
        .isGreaterThan(price("Minyak Goreng Sawit Bintang Nyiur 1 L"));
    assertThat(price("Beras Pandan Wangi Sawah Biru 10 kg")).isBetween(130_000_00L, 170_000_00L);
  }

  @Test
  void theSameSeedMakesTheSameShop() {
    assertThat(DemoGoods.made(1945)).isEqualTo(goods);
  }

  @Test
  void everyQuickKeySellsSomething() {
    assertThat(DemoGoods.quickPage(goods).getKeysList()).hasSize(12);
  }

  private long price(String name) {
    NewItem item = goods.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
    Long minor = item.units().get(0).priceMinor();
    return minor == null ? 0 : minor;
  }
}
