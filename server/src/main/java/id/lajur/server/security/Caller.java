package id.lajur.server.security;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: an enrolled terminal, and the operator who has signed on there.
 *
 * @param operator null before sign-on
 * @param shift the operator's open shift at this terminal
 */
public record Caller(
    int storeId,
    int terminalId,
    String terminalCode,
    int locationId,
    long rulesVersion,
    long catalogVersion,
    @Nullable SignedOn operator,
    @Nullable CurrentShift shift) {

  /** The operator of a session that stands. */
  public record SignedOn(
      UUID sessionId,
      int operatorId,
      String number,
      String name,
      int roleId,
      Set<String> permissions,
      RoleLimits limits,
      boolean mustChangePin) {
    public boolean may(String permission) {
      return permissions.contains(permission);
    }
  }

  /** An open shift. */
  public record CurrentShift(UUID shiftId, LocalDate businessDate) {}

  /** The operator, where the permission of the call guarantees one. */
  public SignedOn operatorOrThrow() {
    if (operator == null) {
      throw new Refusal(Reason.NOT_SIGNED_ON);
    }
    return operator;
  }

  /** The open shift, without which nothing is sold. */
  public CurrentShift shiftOrThrow() {
    if (shift == null) {
      throw new Refusal(Reason.SHIFT_CLOSED);
    }
    return shift;
  }
}
