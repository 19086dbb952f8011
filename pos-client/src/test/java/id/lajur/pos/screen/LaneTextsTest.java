package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.widget.Draw;
import id.lajur.pos.receipt.Paper;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaneTextsTest {
  private final Texts indonesian = Texts.of(LanePanel.class, "lane", Language.INDONESIAN);
  private final Texts english = Texts.of(LanePanel.class, "lane", Language.ENGLISH);

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
    }
  }

  /** Right column of the narrowest screen 336 px; paddings as the panels have them. */
  @Test
  void whatStandsInTheNarrowColumnFitsThere() {
    for (Texts texts : List.of(indonesian, english)) {
      assertThat(Draw.width(texts.get("help.lead"), Fonts.regular(16)))
          .as(texts.get("help.lead"))
          .isLessThanOrEqualTo(336 - 98);
      for (String sentence : texts.get("count.blind").split("(?<=\\.) ", -1)) {
        assertThat(Draw.width(sentence, Fonts.regular(17))).as(sentence).isLessThan(336 - 40);
      }
      for (CashKind kind : CashKind.values()) {
        assertThat(Draw.width(texts.get("cash." + kind), Fonts.semiBold(16)))
            .as(texts.get("cash." + kind))
            .isLessThan((336 - 56) / 3f - 14);
      }
      assertThat(Draw.width(texts.get("member.hint"), Fonts.regular(15)))
          .as(texts.get("member.hint"))
          .isLessThan(336 - 84);
      assertThat(Draw.width(texts.get("quick.none"), Fonts.regular(15)))
          .as(texts.get("quick.none"))
          .isLessThan(336 - 52);
    }
  }

  /** The shop's currency is known when it is shown, not when it is written. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void noTextHasACurrencyOfItsOwn(Language language) {
    for (Texts texts :
        List.of(
            Texts.of(LanePanel.class, "lane", language),
            Texts.of(Paper.class, "receipt", language))) {
      for (String key : texts.keys()) {
        assertThat(texts.get(key))
            .as(key)
            .doesNotContainPattern("\\p{Sc}|\\bRp\\b|\\b[A-Z]{2}[DR]\\b|rupiah|dollar");
      }
    }
  }

  @Test
  void noSentenceShoutsOrBlames() {
    for (String key : indonesian.keys()) {
      assertThat(indonesian.get(key)).as(key).isNotBlank().doesNotContain("!");
      assertThat(english.get(key)).as(key).isNotBlank().doesNotContain("!");
      assertThat(english.get(key).toLowerCase(Locale.ROOT)).doesNotContain("error");
    }
  }
}
