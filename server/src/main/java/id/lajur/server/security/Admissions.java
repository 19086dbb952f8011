package id.lajur.server.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lajur.server.database.Ids;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls in, in the order: certificate, recorded answer of the request id, session, permission.
 * What it keeps in memory decides nothing: what a role allows is kept under the version of the
 * store's rules, and how a caller stood last serves only acts that are written on the condition
 * that it stands so still.
 */
public final class Admissions {
  /** Answered to any enrolled machine. */
  public static final String OPEN = "open";

  /** Answered to any operator who has signed on. */
  public static final String SESSION = "session";

  private static final int MOST_STANDING = 1_000;

  private final DataSource pool;
  private final Certificates certificates;
  private final Activity activity;
  private final Map<RoleAt, AdmissionDao.RoleRights> roles = new ConcurrentHashMap<>();
  private final Cache<UUID, Standing> standing =
      Caffeine.newBuilder().maximumSize(MOST_STANDING).build();

  /**
   * @param activity told of each session that calls
   */
  public Admissions(DataSource pool, Certificates certificates, Activity activity) {
    this.pool = pool;
    this.certificates = certificates;
    this.activity = activity;
  }

  private record RoleAt(int roleId, long rulesVersion) {}

  /**
   * A command as it came over the wire.
   *
   * @param approvalId that it names, which the act itself judges and uses up
   */
  public record Asked(
      byte @Nullable [] fingerprint,
      @Nullable UUID sessionId,
      @Nullable UUID requestId,
      byte[] digest,
      String permission,
      @Nullable UUID approvalId) {}

  /**
   * The caller, or what was answered before.
   *
   * @param answered recorded bytes of the same command
   * @param entry basket and sequence of the entry that the same command made
   */
  public record Admitted(Caller caller, byte @Nullable [] answered, @Nullable EntryRef entry) {}

  /** One entry of a basket. */
  public record EntryRef(UUID basketId, int seq) {}

  /**
   * Admits one call.
   *
   * @throws Refusal NOT_ENROLLED, REQUEST_REUSED, NOT_SIGNED_ON, PIN_CHANGE_NEEDED,
   *     PERMISSION_MISSING or APPROVAL_NEEDED
   */
  public Admitted admit(Asked asked) throws SQLException {
    Admitted admitted = look(asked);
    if (asked.sessionId() != null && admitted.caller().operator() != null) {
      activity.seen(asked.sessionId());
    }
    return admitted;
  }

  /**
   * One who was admitted, if he would be so still; his session is not the more alive for it.
   *
   * @throws Refusal as {@link #admit}
   */
  public Caller admitStill(Asked asked) throws SQLException {
    return look(asked).caller();
  }

  private Admitted look(Asked asked) throws SQLException {
    if (asked.fingerprint() == null) {
      throw new Refusal(Reason.NOT_ENROLLED);
    }
    Admitted admitted = admitEnrolled(asked, asked.fingerprint());
    if (admitted == null && certificates.takeUp(asked.fingerprint())) {
      admitted = admitEnrolled(asked, asked.fingerprint());
    }
    if (admitted == null) {
      throw new Refusal(Reason.NOT_ENROLLED);
    }
    return admitted;
  }

  /** Null when no terminal goes by the certificate. */
  private @Nullable Admitted admitEnrolled(Asked asked, byte[] fingerprint) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      AdmissionDao.Admission found =
          AdmissionDao.find(connection, fingerprint, asked.sessionId(), asked.requestId())
              .orElse(null);
      if (found == null) {
        return null;
      }
      byte[] answered = null;
      EntryRef entry = null;
      if (found.recordedTerminal() != null) {
        refuseOther(asked, found, found.recordedTerminal(), found.recordedDigest());
        answered = found.recordedAnswer();
      } else if (found.entryTerminal() != null && found.entryBasket() != null) {
        refuseOther(asked, found, found.entryTerminal(), found.entryDigest());
        entry = new EntryRef(found.entryBasket(), found.entrySeq());
      }
      Caller caller = caller(connection, asked, found);
      if (answered == null && entry == null) {
        refuseWithoutPermission(asked, caller);
      }
      if (asked.sessionId() != null && stands(caller)) {
        standing.put(asked.sessionId(), new Standing(fingerprint, caller));
      }
      return new Admitted(caller, answered, entry);
    }
  }

  /**
   * How the caller stood when it was last admitted; null when that is not known or would not do.
   */
  public @Nullable Standing standing(Asked asked) {
    Standing last = asked.sessionId() == null ? null : standing.getIfPresent(asked.sessionId());
    if (last == null) {
      return null;
    }
    boolean does =
        java.util.Arrays.equals(last.fingerprint(), asked.fingerprint())
            && last.caller().operatorOrThrow().permissions().contains(asked.permission());
    if (!does) {
      return null;
    }
    activity.seen(last.caller().operatorOrThrow().sessionId());
    return last;
  }

  private static boolean stands(Caller caller) {
    Caller.SignedOn operator = caller.operator();
    return operator != null && !operator.mustChangePin() && caller.shift() != null;
  }

  /** Tries nobody on a standing again that fell; the next admission tells a new one. */
  public void forget(Standing fallen) {
    standing.asMap().remove(fallen.caller().operatorOrThrow().sessionId(), fallen);
  }

  private static void refuseOther(
      Asked asked, AdmissionDao.Admission found, int terminalId, byte @Nullable [] digest) {
    if (terminalId != found.terminalId() || !java.util.Arrays.equals(asked.digest(), digest)) {
      throw new Refusal(Reason.REQUEST_REUSED).with("requestId", String.valueOf(asked.requestId()));
    }
  }

  private static void refuseWithoutPermission(Asked asked, Caller caller) {
    String permission = asked.permission();
    if (permission.equals(OPEN)) {
      return;
    }
    Caller.SignedOn operator = caller.operatorOrThrow();
    if (permission.equals(SESSION)) {
      return;
    }
    if (operator.mustChangePin()) {
      throw new Refusal(Reason.PIN_CHANGE_NEEDED);
    }
    if (operator.may(permission)) {
      return;
    }
    if (!Permissions.APPROVABLE.contains(permission)) {
      throw new Refusal(Reason.PERMISSION_MISSING).with("permission", permission);
    }
    if (asked.approvalId() == null) {
      throw new Refusal(Reason.APPROVAL_NEEDED).with("permission", permission);
    }
  }

  private Caller caller(Connection connection, Asked asked, AdmissionDao.Admission found)
      throws SQLException {
    Caller.SignedOn operator = null;
    if (found.operatorId() != null && asked.sessionId() != null) {
      AdmissionDao.RoleRights rights = rights(connection, found.roleId(), found.rulesVersion());
      operator =
          new Caller.SignedOn(
              asked.sessionId(),
              found.operatorId(),
              String.valueOf(found.operatorNumber()),
              String.valueOf(found.operatorName()),
              found.roleId(),
              rights.permissions(),
              rights.limits(),
              found.mustChangePin());
    }
    return new Caller(
        found.storeId(),
        found.terminalId(),
        found.terminalCode(),
        found.locationId(),
        found.rulesVersion(),
        found.catalogVersion(),
        operator,
        found.shiftId() == null || found.businessDate() == null
            ? null
            : new Caller.CurrentShift(found.shiftId(), found.businessDate()));
  }

  private AdmissionDao.RoleRights rights(Connection connection, int roleId, long rulesVersion)
      throws SQLException {
    RoleAt key = new RoleAt(roleId, rulesVersion);
    AdmissionDao.RoleRights known = roles.get(key);
    if (known == null) {
      known = AdmissionDao.rights(connection, roleId);
      roles.keySet().removeIf(other -> other.rulesVersion() < rulesVersion);
      roles.put(key, known);
    }
    return known;
  }

  /** For callers that hold the id as text. */
  public static UUID idOf(String text, Reason otherwise) {
    if (text.length() != 36) {
      throw new Refusal(otherwise);
    }
    try {
      UUID id = UUID.fromString(text);
      if (!id.toString().equalsIgnoreCase(text)) {
        throw new Refusal(otherwise);
      }
      return Ids.uuid(Ids.bytes(id));
    } catch (IllegalArgumentException e) {
      throw new Refusal(otherwise);
    }
  }
}
