package id.lajur.backoffice.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a manager reads of a request, in his own language. */
class ApprovalWordsTest {
  private static final long RP = 100;
  private static final Optional<Long> NONE = Optional.empty();

  private static Shown in(Language language) {
    return new Shown(
        MonitorState.first(true),
        "Swalayan Melati",
        Texts.of(MonitorView.class, "monitor", language),
        new Formats(language, ShopCurrency.of("IDR", 100), ZoneId.of("Asia/Jakarta")),
        Instant.EPOCH);
  }

  private static Approval request(String permission, String reason, Approval.Matter matter) {
    return new Approval("a1", "L03", permission, reason, NONE, matter, 0);
  }

  @Test
  void anotherPriceIsToldWithTheOldOneInTheManagersFigures() {
    Approval price =
        request(
            "sale.override",
            "kemasan penyok",
            new Approval.Matter(
                "Beras Pandan Wangi 5 kg",
                2_000,
                Optional.of(77_500 * RP),
                Optional.of(70_000 * RP),
                0,
                Optional.of(163_600 * RP)));

    assertThat(ApprovalWords.act(in(Language.ENGLISH), price))
        .isEqualTo(
            "Price override: 2 × Beras Pandan Wangi 5 kg, 77,500 to 70,000. Reason: kemasan penyok");
    assertThat(ApprovalWords.act(in(Language.INDONESIAN), price))
        .endsWith(": 2 × Beras Pandan Wangi 5 kg, 77.500 jadi 70.000. Alasan: kemasan penyok");
    assertThat(ApprovalWords.basket(in(Language.ENGLISH), price)).isEqualTo("Basket 163,600");
  }

  @Test
  void aPartOfTheWholeBasketNamesThePart() {
    Approval part =
        request(
            "sale.discount",
            "loyal",
            new Approval.Matter("", 0, NONE, NONE, 75_000, Optional.of(163_600 * RP)));

    assertThat(ApprovalWords.act(in(Language.ENGLISH), part))
        .isEqualTo("Discount: 7.5%. Reason: loyal");
    assertThat(ApprovalWords.act(in(Language.INDONESIAN), part)).contains(": 7,5%. Alasan: loyal");
  }

  @Test
  void aReturnHasNoBasket() {
    Approval back =
        request(
            "sale.return", "", new Approval.Matter("Gula", 1_000, NONE, NONE, 0, Optional.of(0L)));

    assertThat(ApprovalWords.basket(in(Language.ENGLISH), back)).isEmpty();
  }

  @Test
  void aLineThatIsTakenBackHasItsPrice() {
    Approval line =
        request(
            "sale.void_line",
            "",
            new Approval.Matter(
                "Gula 1 kg", 3_000, Optional.of(18_000 * RP), NONE, 0, Optional.of(54_000 * RP)));

    assertThat(ApprovalWords.act(in(Language.ENGLISH), line))
        .isEqualTo("Remove a line: 3 × Gula 1 kg, at 18,000");
  }

  @Test
  void whatAnOlderLaneAsksHasItsWordsAlone() {
    Approval bare = request("sale.discount", "10 %, dented", Approval.Matter.NONE);

    assertThat(ApprovalWords.act(in(Language.ENGLISH), bare)).isEqualTo("Discount: 10 %, dented");
    assertThat(ApprovalWords.basket(in(Language.ENGLISH), bare)).isEmpty();
  }
}
