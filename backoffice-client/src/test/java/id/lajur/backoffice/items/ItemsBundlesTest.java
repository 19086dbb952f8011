package id.lajur.backoffice.items;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.catalog.v1.ItemField;
import id.lajur.catalog.v1.PriceProblem;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.stock.v1.AdjustmentReason;
import id.lajur.stock.v1.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ItemsBundlesTest {
  private static final Path SOURCES = Path.of("src/main/java/id/lajur/backoffice/items");
  private static final Pattern KEY = Pattern.compile("texts\\.get\\(\\s*\"([a-zA-Z.]+[a-zA-Z])\"");

  private final Texts indonesian = Texts.of(ItemsView.class, "items", Language.INDONESIAN);
  private final Texts english = Texts.of(ItemsView.class, "items", Language.ENGLISH);

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
    }
  }

  @Test
  void everyWordThatIsAskedForIsThere() throws IOException {
    TreeSet<String> asked = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Matcher found = KEY.matcher(Files.readString(file));
        while (found.find()) {
          asked.add(found.group(1));
        }
      }
    }
    for (ItemField field : ItemField.values()) {
      if (field.name().startsWith("ITEM_FIELD_") && field != ItemField.ITEM_FIELD_UNSPECIFIED) {
        asked.add("field." + field.name().substring("ITEM_FIELD_".length()));
      }
    }
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind != DocumentKind.UNRECOGNIZED) {
        asked.add("document." + kind.name().substring("DOCUMENT_KIND_".length()));
      }
    }
    for (AdjustmentReason reason : AdjustmentReason.values()) {
      if (reason != AdjustmentReason.UNRECOGNIZED
          && reason != AdjustmentReason.ADJUSTMENT_REASON_UNSPECIFIED
          && reason != AdjustmentReason.ADJUSTMENT_REASON_COUNT) {
        asked.add("reason." + reason.name().substring("ADJUSTMENT_REASON_".length()));
      }
    }
    for (Repricing.Way way : Repricing.Way.values()) {
      asked.add("way." + way);
    }
    for (PriceProblem problem : PriceProblem.values()) {
      if (problem != PriceProblem.UNRECOGNIZED
          && problem != PriceProblem.PRICE_PROBLEM_UNSPECIFIED) {
        asked.add("problem." + problem.name().substring("PRICE_PROBLEM_".length()));
      }
    }
    for (Items.Policy policy : Items.Policy.values()) {
      asked.add("policy." + policy);
    }
    assertThat(asked).hasSizeGreaterThan(50);
    assertThat(indonesian.keys()).containsAll(asked);
  }
}
