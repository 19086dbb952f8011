package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.pos.screen.LanePanel;
import id.lajur.server.refusal.Reason;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The server's reasons and the lane's words know nothing of each other; here they meet. */
class LaneWordsTest {
  /** What the contract names for the calls that the screen makes, panels of their own left out. */
  private static final Set<Reason> OF_THE_LANE =
      EnumSet.of(
          Reason.NOT_ENROLLED,
          Reason.NOT_SIGNED_ON,
          Reason.SIGN_ON_FAILED,
          Reason.SIGN_ON_BUSY,
          Reason.PERMISSION_MISSING,
          Reason.APPROVAL_NOT_ALLOWED,
          Reason.APPROVAL_INVALID,
          Reason.CONTRACT_UNKNOWN,
          Reason.TEXT_INVALID,
          Reason.AMOUNT_INVALID,
          Reason.QUANTITY_INVALID,
          Reason.REASON_NEEDED,
          Reason.ITEM_UNKNOWN,
          Reason.ITEM_BLOCKED,
          Reason.PRICE_MISSING,
          Reason.BARCODE_DAMAGED,
          Reason.LABEL_PRICE_CHANGED,
          Reason.QUANTITY_TOO_LARGE,
          Reason.STOCK_FORBIDS,
          Reason.LINES_TOO_MANY,
          Reason.BASKET_UNKNOWN,
          Reason.BASKET_CLOSED,
          Reason.BASKET_ELSEWHERE,
          Reason.BASKET_CHANGED,
          Reason.BASKET_EMPTY,
          Reason.BASKET_NOT_SUSPENDED,
          Reason.LINE_UNKNOWN,
          Reason.TOTAL_DIFFERS,
          Reason.TENDER_UNKNOWN,
          Reason.TENDER_SHORT,
          Reason.TENDER_ABSURD,
          Reason.CHANGE_NOT_GIVEN,
          Reason.SALE_UNKNOWN,
          Reason.SHIFT_OPEN,
          Reason.SHIFT_CLOSED,
          Reason.BASKET_OPEN,
          Reason.COUNT_INVALID,
          Reason.BUSY,
          Reason.RIGHT_TO_POST_LOST);

  @Test
  void everyRefusalThatALaneCanMeetHasWordsInBothLanguages() {
    for (Language language : Language.values()) {
      Texts texts = Texts.of(LanePanel.class, "lane", language);
      for (Reason reason : OF_THE_LANE) {
        assertThat(texts.has("message.refused." + reason)).as(language + " " + reason).isTrue();
      }
    }
  }
}
