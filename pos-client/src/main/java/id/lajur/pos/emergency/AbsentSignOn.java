package id.lajur.pos.emergency;

import id.lajur.kit.thread.Ending;
import id.lajur.people.v1.GetTerminalResponse;
import id.lajur.sale.v1.ShelfPeople;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may sign on at this lane while its server is away: an operator whose shift is open here, who
 * has signed on here with the server within {@link #LONGEST}. What the lane keeps for that is a
 * verifier of the PIN (PBKDF2), under the lane's own secret. After {@link #MOST_WRONG} wrong tries
 * only the server lets the operator on again. Whom the server lets on no longer, it tells at once:
 * such a one is taken off the disk, and goes on with nothing unless it names him again.
 *
 * <p>Safe for use by several threads.
 */
public final class AbsentSignOn implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AbsentSignOn.class);

  /** How long a sign-on with the server is good for one without. */
  public static final Duration LONGEST = Duration.ofHours(24);

  /** By how much the network may set the lane's clock back in good faith. */
  private static final Duration CLOCK_SET_RIGHT = Duration.ofMinutes(5);

  /** Wrong PINs in a row, after which only the server decides. */
  public static final int MOST_WRONG = 5;

  private static final String KDF = "PBKDF2WithHmacSHA256";
  private static final Duration LAST = Duration.ofSeconds(3);
  private static final int ROUNDS = 600_000; // of OWASP's password storage cheat sheet
  private static final int FORMAT = 0x4c4a5002; // of the file; no program before this one named any
  private static final int SALT = 16;
  private static final int BITS = 256;

  private final SealedFile file;
  private final InstantSource clock;
  private final Map<String, Known> people = new LinkedHashMap<>();
  private final Map<String, String> told = new HashMap<>(); // marks by number, as told last
  private final Map<String, Known> putOut = new HashMap<>(); // by number
  private GetTerminalResponse terminal = GetTerminalResponse.getDefaultInstance();
  private int idleMinutes; // 0 = never
  private final ExecutorService hashing =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "pin-verifier");
            made.setDaemon(true);
            return made;
          });

  /**
   * An operator's open shift at this lane.
   *
   * @param openedAtMs Unix time
   */
  public record Shift(String shiftId, int number, long openedAtMs) {
    static final Shift NONE = new Shift("", 0, 0);

    public boolean isOpen() {
      return !shiftId.isEmpty();
    }
  }

  /** Who has signed on, and what is open. */
  public record SignedOn(String number, String name, Shift shift) {}

  /**
   * @param mark of the PIN that was right
   * @param isTold whether the server has named this operator, with this mark, since, or was asked
   *     anew after the sign-on
   */
  private record Known(
      String name,
      Shift shift,
      long signedOnAtMs,
      int wrong,
      byte[] salt,
      byte[] verifier,
      String mark,
      boolean isTold) {
    Known with(Shift now) {
      return new Known(name, now, signedOnAtMs, wrong, salt, verifier, mark, isTold);
    }

    Known wrong(int times) {
      return new Known(name, shift, signedOnAtMs, times, salt, verifier, mark, isTold);
    }

    Known of(byte[] fresh, byte[] made) {
      return new Known(name, shift, signedOnAtMs, 0, fresh, made, mark, isTold);
    }

    Known told() {
      return new Known(name, shift, signedOnAtMs, wrong, salt, verifier, mark, true);
    }

    boolean matches(String pin) {
      return verifier.length > 0 && MessageDigest.isEqual(hash(pin, salt), verifier);
    }
  }

  /**
   * @param folder of the lane, private to its user
   * @throws IOException the lane has no secret and none can be made
   */
  public AbsentSignOn(Path folder, InstantSource clock) throws IOException {
    this.file = new SealedFile(folder.resolve("people.kept"), LaneSecret.of(folder));
    this.clock = clock;
    file.read().ifPresent(this::take);
  }

  private static byte[] hash(String pin, byte[] salt) {
    PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, ROUNDS, BITS);
    try {
      return SecretKeyFactory.getInstance(KDF).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }

  /** Shop and terminal, as the server told them last. */
  public synchronized Optional<GetTerminalResponse> terminal() {
    return terminal.hasTerminal() ? Optional.of(terminal) : Optional.empty();
  }

  /** The server has told shop and terminal. */
  public synchronized void terminal(GetTerminalResponse now) {
    if (!now.equals(terminal)) {
      terminal = now;
      write();
    }
  }

  /**
   * The server let an operator on; the verifier is made on a thread of its own, as that takes a
   * while by design.
   *
   * @param mark of the PIN, as the server gave it
   */
  public void signedOn(SignedOn now, String pin, String mark) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    synchronized (this) {
      putOut.remove(now.number());
      people.put(
          now.number(),
          new Known(
              now.name(),
              now.shift(),
              clock.millis(),
              0,
              new byte[0],
              new byte[0],
              mark,
              mark.equals(told.get(now.number()))));
    }
    hashing.execute(
        () -> {
          byte[] made = hash(pin, salt);
          synchronized (this) {
            change(now.number(), known -> known.of(salt, made));
            write();
          }
        });
  }

  /**
   * The server tells who may sell here without it: whoever is not among them, or has another PIN by
   * now, is put out until it names him so again. Somebody who has signed on since it looked is
   * known until then.
   */
  synchronized void told(ShelfPeople now) {
    told.clear();
    now.getPeopleList().forEach(one -> told.put(one.getOperatorNumber(), one.getPinMark()));
    boolean changed = idleMinutes != now.getIdleMinutes();
    idleMinutes = now.getIdleMinutes();
    for (Map.Entry<String, Known> entry : Map.copyOf(people).entrySet()) {
      if (isNamed(entry)) {
        people.put(entry.getKey(), entry.getValue().told());
      } else if (entry.getValue().isTold()) {
        people.remove(entry.getKey());
        putOut.put(entry.getKey(), entry.getValue());
        changed = true;
      }
    }
    for (Map.Entry<String, Known> entry : Map.copyOf(putOut).entrySet()) {
      if (isNamed(entry)) {
        putOut.remove(entry.getKey());
        people.put(entry.getKey(), entry.getValue());
        changed = true;
      }
    }
    if (changed) {
      write();
    }
  }

  private boolean isNamed(Map.Entry<String, Known> entry) {
    return entry.getValue().mark().equals(told.get(entry.getKey()));
  }

  /** The server is asked anew: whoever is known now signed on before it looks. */
  synchronized void asked() {
    people.replaceAll((number, known) -> known.told());
  }

  /** Whether the server has told that this operator may sell no longer. */
  synchronized boolean isPutOut(String number) {
    return putOut.containsKey(number);
  }

  /** Without an act, after which an operator of a lane is on no longer; 0 = never. */
  public synchronized int idleMinutes() {
    return idleMinutes;
  }

  /** Whether an operator who did something at one moment, and nothing until another, is on. */
  public synchronized boolean isIdle(Instant since, Instant now) {
    return idleMinutes > 0 && !now.isBefore(since.plus(Duration.ofMinutes(idleMinutes)));
  }

  /** An operator's shift was opened. */
  public synchronized void opened(String number, Shift shift) {
    change(number, known -> known.with(shift));
    write();
  }

  /** Also of one who is put out: he may be named again. */
  private void change(String number, UnaryOperator<Known> change) {
    people.computeIfPresent(number, (same, known) -> change.apply(known));
    putOut.computeIfPresent(number, (same, known) -> change.apply(known));
  }

  /** An operator's shift was closed: there is nothing to sign on for. */
  public synchronized void closed(String number) {
    people.remove(number);
    putOut.remove(number);
    write();
  }

  /** Whether this operator could sign on without the server. */
  public synchronized boolean knows(String number) {
    Known known = people.get(number);
    return known != null
        && known.shift().isOpen()
        && known.verifier().length > 0
        && isSince(Instant.ofEpochMilli(known.signedOnAtMs()));
  }

  /** A clock that was set back does not make a sign-on younger. */
  private boolean isSince(Instant signedOn) {
    Instant now = clock.instant();
    return now.isBefore(signedOn.plus(LONGEST)) && !now.isBefore(signedOn.minus(CLOCK_SET_RIGHT));
  }

  /**
   * Signs an operator on without the server.
   *
   * @throws EmergencyRefusal EMERGENCY_SIGN_ON: the lane does not know enough of this operator, or
   *     has seen too many wrong PINs; SIGN_ON_FAILED: the PIN is wrong
   */
  public synchronized SignedOn signOn(String number, String pin) {
    Known known = people.get(number);
    if (known == null || !knows(number) || known.wrong() >= MOST_WRONG) {
      throw new EmergencyRefusal(EmergencyRefusal.SIGN_ON);
    }
    people.put(number, known.wrong(known.wrong() + 1));
    write(); // before the PIN is looked at, so that pulling the plug gives no more tries
    if (!known.matches(pin)) {
      throw new EmergencyRefusal("SIGN_ON_FAILED");
    }
    people.put(number, known.wrong(0));
    write();
    return new SignedOn(number, known.name(), known.shift());
  }

  private void take(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != FORMAT) {
        throw new IOException("it is of another program");
      }
      terminal = GetTerminalResponse.parseFrom(in.readNBytes(in.readInt()));
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String number = in.readUTF();
        people.put(
            number,
            new Known(
                in.readUTF(),
                new Shift(in.readUTF(), in.readInt(), in.readLong()),
                in.readLong(),
                in.readInt(),
                in.readNBytes(in.readInt()),
                in.readNBytes(in.readInt()),
                in.readUTF(),
                true));
      }
      idleMinutes = in.readInt();
    } catch (IOException e) {
      log.warn("who may sign on without the server is not known", e);
      people.clear();
    }
  }

  private void write() {
    var bytes = new ByteArrayOutputStream();
    try {
      var out = new DataOutputStream(bytes);
      out.writeInt(FORMAT);
      out.writeInt(terminal.getSerializedSize());
      terminal.writeTo(out);
      out.writeInt(people.size());
      for (Map.Entry<String, Known> entry : people.entrySet()) {
        Known known = entry.getValue();
        out.writeUTF(entry.getKey());
        out.writeUTF(known.name());
        out.writeUTF(known.shift().shiftId());
        out.writeInt(known.shift().number());
        out.writeLong(known.shift().openedAtMs());
        out.writeLong(known.signedOnAtMs());
        out.writeInt(known.wrong());
        out.writeInt(known.salt().length);
        out.write(known.salt());
        out.writeInt(known.verifier().length);
        out.write(known.verifier());
        out.writeUTF(known.mark());
      }
      out.writeInt(idleMinutes);
      file.write(bytes.toByteArray(), true);
    } catch (IOException e) {
      log.warn("nobody can sign on here without the server: {}", e.toString());
    }
  }

  /** Waits for the verifier of who signed on last. */
  @Override
  public void close() {
    if (!Ending.of(hashing, LAST)) {
      log.warn("who signed on last cannot sign on without the server");
    }
  }
}
