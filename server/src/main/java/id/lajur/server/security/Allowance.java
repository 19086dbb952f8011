package id.lajur.server.security;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may do by himself, or with the approval that the act uses up.
 *
 * @param approved whose word it is, null when none was given
 */
public record Allowance(Caller.SignedOn operator, String permission, @Nullable Approved approved) {

  /** A supervisor's word that has just been used up, in the act's own transaction. */
  public record Approved(int operatorId, RoleLimits limits, @Nullable Long mostMinor) {}

  /**
   * Lets an act pass that stays within the limits of the operator, or of the one who approved it.
   *
   * @param amountMinor what the act comes to, 0 for one without amount
   * @return who approved it, null when the operator needed nobody
   * @throws Refusal APPROVAL_NEEDED naming the permission, APPROVAL_NOT_ALLOWED when the act is
   *     beyond the supervisor too, APPROVAL_EXCEEDED when it comes to more than he approved
   */
  public @Nullable Integer within(long amountMinor, Predicate<RoleLimits> fits) {
    if (approved != null) {
      if (approved.mostMinor() != null && amountMinor > approved.mostMinor()) {
        throw new Refusal(Reason.APPROVAL_EXCEEDED)
            .with("mostMinor", approved.mostMinor())
            .with("amountMinor", amountMinor);
      }
      if (!fits.test(approved.limits())) {
        throw new Refusal(Reason.APPROVAL_NOT_ALLOWED).with("permission", permission);
      }
      return approved.operatorId();
    }
    if (!operator.permissions().contains(permission) || !fits.test(operator.limits())) {
      Refusal needed = new Refusal(Reason.APPROVAL_NEEDED).with("permission", permission);
      throw amountMinor == 0 ? needed : needed.with("amountMinor", amountMinor);
    }
    return null;
  }

  /** As above, for an act that no limit is set on. */
  public @Nullable Integer upTo(long amountMinor) {
    return within(amountMinor, limits -> true);
  }

  /** As above, for an act without amount or limit. */
  public @Nullable Integer granted() {
    return within(0, limits -> true);
  }
}
