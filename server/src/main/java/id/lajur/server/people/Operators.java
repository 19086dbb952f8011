package id.lajur.server.people;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.PinHasher;
import id.lajur.server.wire.Texts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The people who sign on. Nobody is ever deleted: what a leaver did keeps its name. The journal
 * tells of a change with the operator's number; names stay outside of it.
 */
public final class Operators {
  /** Role of those who may do everything. */
  public static final String OWNER = "OWNER";

  private final Changes changes;
  private final PinHasher pins;

  public Operators(Changes changes, PinHasher pins) {
    this.changes = changes;
    this.pins = pins;
  }

  /**
   * One operator.
   *
   * @param role code
   * @param lockedUntil after wrong PINs; may have passed
   * @param signedOnAt codes of terminals
   * @param openShiftAt code of the terminal whose till he has open
   */
  public record Listed(
      String number,
      String name,
      String role,
      String roleName,
      String language,
      boolean active,
      boolean mustChangePin,
      @Nullable Instant lockedUntil,
      List<String> signedOnAt,
      @Nullable String openShiftAt) {
    public Listed {
      signedOnAt = List.copyOf(signedOnAt);
    }
  }

  /** Somebody new. */
  public record NewOperator(
      String number, String name, String role, String language, boolean mustChangePin) {}

  /** What is to become of an operator; null = as it is. */
  public record Change(@Nullable String name, @Nullable String role, @Nullable String language) {}

  /** All there ever were, by number. */
  public List<Listed> list() {
    return page("", Integer.MAX_VALUE);
  }

  /**
   * Those who follow a number.
   *
   * @param after number of the last of the page before; empty = from the first
   */
  public List<Listed> page(String after, int most) {
    return changes
        .jdbi()
        .withExtension(
            OperatorDao.class,
            dao -> {
              List<OperatorDao.PlaceRow> signedOn = dao.signedOn(changes.storeId());
              List<OperatorDao.PlaceRow> shifts = dao.openShifts(changes.storeId());
              return dao.page(changes.storeId(), after, most).stream()
                  .map(row -> listed(row, places(signedOn, row), places(shifts, row)))
                  .toList();
            });
  }

  private static List<String> places(
      List<OperatorDao.PlaceRow> all, OperatorDao.OperatorRow operator) {
    return all.stream()
        .filter(one -> one.number().equals(operator.number()))
        .map(OperatorDao.PlaceRow::terminal)
        .toList();
  }

  private static Listed listed(
      OperatorDao.OperatorRow row, List<String> signedOnAt, List<String> shiftsAt) {
    return new Listed(
        row.number(),
        row.name(),
        row.role(),
        row.roleName(),
        row.language(),
        row.active(),
        row.mustChangePin(),
        row.lockedUntil(),
        signedOnAt,
        shiftsAt.isEmpty() ? null : shiftsAt.get(0));
  }

  /**
   * Makes an operator.
   *
   * @param pin emptied by this call
   * @throws Refusal NUMBER_INVALID, NUMBER_TAKEN (by a leaver too), NAME_NEEDED, TEXT_INVALID,
   *     LANGUAGE_UNKNOWN, ROLE_UNKNOWN, PIN_INVALID, PIN_TRIVIAL, BEYOND_OWN_RIGHTS
   */
  public void add(NewOperator operator, char[] pin) throws SQLException {
    add(operator, pin, dao -> {});
  }

  /**
   * @param onlyIf throws a refusal; looks under the lock of what it adds, so that of two at once
   *     the second sees what the first has added
   */
  private void add(NewOperator operator, char[] pin, Consumer<OperatorDao> onlyIf)
      throws SQLException {
    String name = name(operator.name());
    if (!operator.number().matches("\\d{1,8}")) {
      throw new Refusal(Reason.NUMBER_INVALID).with("number", operator.number());
    }
    refuseLanguage(operator.language());
    String hash = hash(operator.number(), pin);
    changes.make(
        (handle, now) -> {
          OperatorDao dao = handle.attach(OperatorDao.class);
          onlyIf.accept(dao);
          if (dao.operator(changes.storeId(), operator.number()).isPresent()) {
            throw new Refusal(Reason.NUMBER_TAKEN).with("number", operator.number());
          }
          changes.power(handle).mustCover(role(handle, operator.role()));
          int id = dao.nextId();
          dao.insert(
              id,
              changes.storeId(),
              operator.number(),
              name,
              roleId(dao, operator.role()),
              hash,
              operator.language(),
              operator.mustChangePin());
          int unused = dao.forgetFailures(changes.storeId(), operator.number());
          return new Changes.Done(
              "OPERATOR_ADDED",
              id,
              null,
              words(operator.number(), operator.role(), operator.language(), true)
                  + mustChange(operator.mustChangePin()));
        });
  }

  /**
   * Makes the first owner.
   *
   * @param pin emptied by this call
   * @throws Refusal OWNER_EXISTS while there is one who has not left; and as {@link #add}
   */
  public void addFirstOwner(String number, String name, String language, char[] pin)
      throws SQLException {
    add(
        new NewOperator(number, name, OWNER, language, false),
        pin,
        dao -> {
          if (dao.countActive(changes.storeId(), OWNER) > 0) {
            throw new Refusal(Reason.OWNER_EXISTS);
          }
        });
  }

  /**
   * Changes what is known of an operator; a new role holds from his next act on.
   *
   * @throws Refusal OPERATOR_UNKNOWN, ROLE_UNKNOWN, NAME_NEEDED, TEXT_INVALID, LANGUAGE_UNKNOWN,
   *     BEYOND_OWN_RIGHTS, LAST_OWNER
   */
  public void change(String number, Change change) throws SQLException {
    changes.make(
        (handle, now) -> {
          OperatorDao dao = handle.attach(OperatorDao.class);
          OperatorDao.OperatorRow was = within(handle, number);
          String name = change.name() == null ? was.name() : name(change.name());
          String role = Objects.requireNonNullElse(change.role(), was.role());
          String language = Objects.requireNonNullElse(change.language(), was.language());
          refuseLanguage(language);
          if (!role.equals(was.role())) {
            changes.power(handle).mustCover(role(handle, role));
            refuseLastOwner(dao, was);
          }
          dao.update(was.operatorId(), name, roleId(dao, role), language);
          return new Changes.Done(
              "OPERATOR_CHANGED",
              was.operatorId(),
              words(number, was.role(), was.language(), was.active()),
              words(number, role, language, was.active())
                  + (name.equals(was.name()) ? "" : ", another name"));
        });
  }

  /**
   * Gives an operator another PIN; his sessions end and a lock is lifted.
   *
   * @param pin emptied by this call
   * @param mustChange whether he must choose one of his own at his next sign-on
   * @throws Refusal OPERATOR_UNKNOWN, PIN_INVALID, PIN_TRIVIAL, BEYOND_OWN_RIGHTS
   */
  public void setPin(String number, char[] pin, boolean mustChange) throws SQLException {
    String hash = hash(number, pin);
    changes.make(
        (handle, now) -> {
          OperatorDao dao = handle.attach(OperatorDao.class);
          OperatorDao.OperatorRow operator = within(handle, number);
          dao.setPin(operator.operatorId(), hash, mustChange);
          dao.endSessions(operator.operatorId(), now);
          int unused = dao.forgetFailures(changes.storeId(), number);
          return new Changes.Done(
              "PIN_SET",
              operator.operatorId(),
              null,
              "operator " + number + mustChange(mustChange));
        });
  }

  /**
   * Ends what a leaver may do: his sessions end with this, his number stays his. His open shift is
   * counted by somebody who closes it by force.
   *
   * @throws Refusal OPERATOR_UNKNOWN, BEYOND_OWN_RIGHTS, LAST_OWNER
   */
  public void leave(String number) throws SQLException {
    changes.make((handle, now) -> setActive(handle, number, false, now));
  }

  /**
   * Takes back somebody who had left.
   *
   * @throws Refusal OPERATOR_UNKNOWN, BEYOND_OWN_RIGHTS
   */
  public void comeBack(String number) throws SQLException {
    changes.make((handle, now) -> setActive(handle, number, true, now));
  }

  private Changes.Done setActive(Handle handle, String number, boolean active, Instant now) {
    OperatorDao dao = handle.attach(OperatorDao.class);
    OperatorDao.OperatorRow was = within(handle, number);
    if (!active) {
      refuseLastOwner(dao, was);
    }
    dao.setActive(was.operatorId(), active);
    dao.endSessions(was.operatorId(), now);
    return new Changes.Done(
        active ? "OPERATOR_CAME_BACK" : "OPERATOR_LEFT",
        was.operatorId(),
        words(number, was.role(), was.language(), was.active()),
        words(number, was.role(), was.language(), active));
  }

  /**
   * Lifts the lock that wrong PINs have put on a number.
   *
   * @throws Refusal OPERATOR_UNKNOWN, BEYOND_OWN_RIGHTS
   */
  public void unlock(String number) throws SQLException {
    changes.make(
        (handle, now) -> {
          OperatorDao dao = handle.attach(OperatorDao.class);
          OperatorDao.OperatorRow operator = within(handle, number);
          boolean locked = dao.forgetFailures(changes.storeId(), number) > 0;
          return new Changes.Done(
              "OPERATOR_UNLOCKED",
              operator.operatorId(),
              "operator " + number + (locked ? ", after wrong PINs" : ", without wrong PINs"),
              "operator " + number + ", without wrong PINs");
        });
  }

  /** Somebody whom the author of the change may change. */
  private OperatorDao.OperatorRow within(Handle handle, String number) {
    OperatorDao.OperatorRow operator =
        handle
            .attach(OperatorDao.class)
            .operator(changes.storeId(), number)
            .orElseThrow(() -> new Refusal(Reason.OPERATOR_UNKNOWN).with("number", number));
    changes.power(handle).mustCover(role(handle, operator.role()));
    return operator;
  }

  private Roles.Role role(Handle handle, String code) {
    return Roles.find(handle.attach(RoleDao.class), changes.storeId(), code);
  }

  /** Without an owner nobody could make one but at the server's console. */
  private void refuseLastOwner(OperatorDao dao, OperatorDao.OperatorRow operator) {
    if (operator.active()
        && operator.role().equals(OWNER)
        && dao.countActive(changes.storeId(), OWNER) == 1) {
      throw new Refusal(Reason.LAST_OWNER).with("number", operator.number());
    }
  }

  private int roleId(OperatorDao dao, String role) {
    return dao.roleId(changes.storeId(), role)
        .orElseThrow(() -> new Refusal(Reason.ROLE_UNKNOWN).with("role", role));
  }

  private static String name(String name) {
    String plain = Texts.plain(name);
    if (plain.isEmpty()) {
      throw new Refusal(Reason.NAME_NEEDED);
    }
    return plain;
  }

  private static void refuseLanguage(String language) {
    if (!List.of("id", "en").contains(language)) {
      throw new Refusal(Reason.LANGUAGE_UNKNOWN).with("language", language);
    }
  }

  private String hash(String number, char[] pin) {
    try {
      PinPolicy.check(number, pin);
      return pins.hash(pin);
    } finally {
      java.util.Arrays.fill(pin, '\0');
    }
  }

  private static String words(String number, String role, String language, boolean active) {
    return "operator "
        + number
        + ", role "
        + role
        + ", language "
        + language
        + (active ? "" : ", has left");
  }

  private static String mustChange(boolean mustChange) {
    return mustChange ? ", PIN to be changed" : "";
  }
}
