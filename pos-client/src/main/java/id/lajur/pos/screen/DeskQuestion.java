package id.lajur.pos.screen;

import java.util.Optional;

/**
 * What the manager's desk is asked.
 *
 * @param subjectId of the basket that the act is on; empty = the one at hand, or the shift
 * @param line that the act is about
 * @param basketMinor the basket's total before the act; empty where no basket is at hand
 */
public record DeskQuestion(
    String permission,
    String subjectId,
    Optional<LineView> line,
    Optional<Long> basketMinor,
    Matter matter) {

  /** As it is asked on the lane's screen, of the basket as it stands there. */
  static DeskQuestion of(Panel.Approval question, BasketView atHand) {
    boolean elsewhere = !question.subjectId().isEmpty();
    long minor = elsewhere ? question.totalMinor() : atHand.totalMinor();
    boolean basket = elsewhere || !question.permission().startsWith("till.");
    return new DeskQuestion(
        question.permission(),
        question.subjectId(),
        question.line(),
        basket ? Optional.of(minor) : Optional.empty(),
        question.matter());
  }
}
