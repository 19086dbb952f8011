package id.lajur.backoffice.shop;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Bundles;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopPresenterTest {
  private final FakeShop store = new FakeShop();
  private final ShopPresenter presenter = new ShopPresenter(store, Runnable::run);
  private final Formats formats = OfficeWindow.formats(Language.INDONESIAN);

  @BeforeEach
  void opened() {
    presenter.load();
  }

  private void change(String key) {
    presenter.choose(
        presenter.state().shop().settings().stream()
            .filter(one -> one.key().equals(key))
            .findFirst());
    presenter.change();
  }

  private String said() {
    return presenter.state().progress().note().map(Progress.Note::key).orElse("");
  }

  @Test
  void aShopCalledAsACurrencyIsIsNoCurrency() {
    SettingWords words =
        new SettingWords(Texts.of(ShopView.class, "shop", formats.language()), formats);

    assertThat(words.value(Setting.kept("kept.code", "USD"))).isEqualTo("USD");
    assertThat(words.value(Setting.kept("store.currency", "USD"))).startsWith("USD ");
  }

  @Test
  void aTextHoldsFromNowOn() {
    change("store.name");

    presenter.save(" Toko Lajur Sleman ", "", formats);

    assertThat(store.asked).containsExactly("store.name = Toko Lajur Sleman");
    assertThat(presenter.state().draft()).isEmpty();
    assertThat(said()).isEqualTo("said.now");
  }

  @Test
  void anAmountHoldsFromTheBeginningOfADayInTheShop() {
    change("cash.coin_minor");

    presenter.save("1.000", "1/12/2026", formats);

    assertThat(store.asked).containsExactly("cash.coin_minor = 100000 from 2026-11-30T17:00:00Z");
    assertThat(said()).isEqualTo("said.later");
  }

  @Test
  void todayIsNow() {
    change("cash.rounding");

    presenter.save("UP", "23/11", formats);

    assertThat(store.asked).containsExactly("cash.rounding = UP");
  }

  @Test
  void eachUnitIsTypedAsPeopleWriteIt() {
    change("price.margin_micro");
    presenter.save("22,5%", "", formats);
    change("sale.most_quantity_milli");
    presenter.save("99,5", "", formats);
    change("session.idle_minutes");
    presenter.save("0", "", formats);

    assertThat(store.asked)
        .containsExactly(
            "price.margin_micro = 225000",
            "sale.most_quantity_milli = 99500",
            "session.idle_minutes = 0");
  }

  @Test
  void whatCannotBeReadOrIsOutOfBoundsIsNotSent() {
    change("store.name");
    presenter.save("  ", "", formats);
    assertThat(said()).isEqualTo("wrong.value");
    presenter.save("x".repeat(121), "", formats);
    presenter.save("Toko", "besok", formats);
    assertThat(said()).isEqualTo("wrong.day");
    change("session.idle_minutes");
    presenter.save("1441", "", formats);
    presenter.save("-1", "", formats);
    change("price.margin_micro");
    presenter.save("96", "", formats);

    assertThat(store.asked).isEmpty();
    assertThat(presenter.state().draft()).isPresent();
  }

  @Test
  void whatTheShopWasMadeWithIsNotChanged() {
    change("store.currency");

    presenter.save("USD", "", formats);

    assertThat(presenter.state().draft()).isEmpty();
    assertThat(store.asked).isEmpty();
  }

  @Test
  void aRefusalIsShownAndWhatWasTypedStays() {
    store.no = Refused.of("MOMENT_INVALID", Map.of());
    change("store.name");
    presenter.typed("Toko Baru");

    presenter.save("Toko Baru", "1/1/2020", formats);

    assertThat(presenter.state().draft()).contains("Toko Baru");
    assertThat(presenter.state().progress().refused().orElseThrow().reason())
        .isEqualTo("MOMENT_INVALID");
  }

  @Test
  void thePaperShowsWhatIsTypedBrokenAsLanesBreakIt() {
    presenter.paper();
    change("receipt.footer");

    presenter.typed("Barang dapat ditukar dalam tiga hari, dengan struk");

    ReceiptPreview paper = presenter.state().preview();
    assertThat(paper.columns()).isEqualTo(32);
    assertThat(paper.name()).containsExactly(" ".repeat(11) + "Toko Lajur");
    assertThat(paper.head()).anyMatch(row -> row.strip().equals("NPWP 0123 4567 8901 2345"));
    assertThat(paper.foot())
        .containsExactly("Barang dapat ditukar dalam tiga", "       hari, dengan struk");
    presenter.cancel();
    assertThat(presenter.state().preview().foot()).hasSize(3);
  }

  @Test
  void zoneAndCurrencyAreChosenWhileNothingHasBeenPosted() {
    store.posted = false;
    presenter.load();
    change("store.time_zone");

    presenter.save("WITA", "", formats);
    assertThat(said()).isEqualTo("wrong.value");
    presenter.save("Asia/Makassar", "", formats);
    change("store.currency");
    presenter.save("KWD", "", formats);
    assertThat(said()).as("three decimals").isEqualTo("wrong.value");
    presenter.save("MYR", "", formats);

    assertThat(store.asked)
        .containsExactly("store.time_zone = Asia/Makassar", "store.currency = MYR");
    assertThat(Places.zones())
        .startsWith("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
        .contains("Asia/Kuala_Lumpur")
        .doesNotHaveDuplicates();
  }

  @Test
  void everyWordIsThereInBothLanguagesAndUsed() throws IOException {
    Bundles.assertAlike(ShopView.class, "shop");
    Bundles.assertUsed(
        ShopView.class, "shop", Set.of("name.", "about.", "default.", "choice.", "zone."));
  }

  /** The server names what may be set; a manager reads words. */
  @Test
  void everySettingOfTheServerHasANameAndAMeaning() throws IOException {
    String source =
        Files.readString(Path.of("../server/src/main/java/id/lajur/server/people/Setting.java"));
    Set<String> keys = new TreeSet<>();
    Matcher found = Pattern.compile("new Setting\\(\\s*\"([a-z_.]+)\"").matcher(source);
    while (found.find()) {
      keys.add(found.group(1));
    }
    Texts texts = Texts.of(ShopView.class, "shop", Language.INDONESIAN);

    assertThat(keys).contains("store.name", "cash.coin_minor", "session.idle_minutes");
    assertThat(keys)
        .allSatisfy(
            key -> {
              assertThat(texts.has("name." + key)).as(key).isTrue();
              assertThat(texts.has("about." + key)).as(key).isTrue();
            });
  }
}
