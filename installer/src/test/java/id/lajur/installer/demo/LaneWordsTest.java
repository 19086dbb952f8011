package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.pos.screen.LanePanel;
import id.lajur.server.refusal.Reason;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server's reasons and the lane's words know nothing of each other; here they meet. */
class LaneWordsTest {
  /** What the lane answers with a panel of its own, so that nobody reads a sentence. */
  private static final Set<Reason> PANELS =
      EnumSet.of(Reason.APPROVAL_NEEDED, Reason.WEIGHT_NEEDED);

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyReasonOfTheServerHasWords(Language language) {
    Texts texts = Texts.of(LanePanel.class, "lane", language);

    assertThat(EnumSet.complementOf(EnumSet.copyOf(PANELS)))
        .allSatisfy(
            reason ->
                assertThat(texts.has("message.refused." + reason))
                    .as("words for %s", reason)
                    .isTrue());
  }

  private static final Set<String> OF_THE_LANE =
      Set.of(
          "SERVER_AWAY",
          "APPROVAL_DECLINED",
          "APPROVAL_EXPIRED",
          "BASKET_IN_DOUBT",
          "CASH_IN_DOUBT",
          "DATABASE_AWAY",
          "EMERGENCY_ONLY_CASH",
          "EMERGENCY_DISK",
          "EMERGENCY_JOURNAL",
          "EMERGENCY_SIGN_ON",
          "EMERGENCY_WAITING",
          "INTERNAL",
          "PAYMENT_IN_DOUBT",
          "ONE_PRINTER",
          "PRINTER_UNKNOWN",
          "PROGRAM_FAULT",
          "NO_PAPER",
          "NOT_PRINTED",
          "NOT_KEPT",
          "other");

  @Test
  void theLaneHasNoWordsForReasonsThatAreGone() {
    Texts texts = Texts.of(LanePanel.class, "lane", Language.ENGLISH);
    Set<String> known = new HashSet<>(OF_THE_LANE);
    for (Reason reason : Reason.values()) {
      known.add(reason.name());
    }

    assertThat(texts.keys())
        .filteredOn(key -> key.matches("message\\.refused\\.[^.]+"))
        .map(key -> key.substring("message.refused.".length()))
        .isSubsetOf(known);
  }
}
