package id.lajur.pos.emergency;

import id.lajur.kit.platform.Platform;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.sale.v1.Receipt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receipts that this lane gave by itself, on its own disk: each is forced there before its
 * paper comes, and stays. Records are encrypted, one by one and bound to their place (AES-256-GCM),
 * under a key that only this user can read: a copy of the file alone tells nobody what was sold.
 *
 * <p>A file of its own keeps some space, so that a disk that fills up still takes the receipt whose
 * money has been taken. Safe for use by several threads.
 */
public final class EmergencyJournal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmergencyJournal.class);
  private static final byte[] MAGIC = {'L', 'J', 'R', 'E', '0', '0', '0', '1'};
  private static final int MOST_RECORD = 4 << 20;
  private static final int RESERVE = 1 << 20;
  private static final int SECTOR = 4096;
  private static final byte POSTED = 2;
  private static final byte SALE = 3; // 1 was a receipt without its paper

  private final FileChannel channel;
  private final Path reserve;
  private final LaneSecret secret;
  private final SecureRandom random = new SecureRandom();
  private final Deque<PostEmergencySaleRequest> waiting = new ArrayDeque<>();
  private long records;
  private long end;
  private Last last = new Last(0, HexFormat.of().formatHex(new byte[32]));

  private final Set<String> sold = new HashSet<>(); // ids of baskets
  private @Nullable EmergencySale lastSale;

  /** Number and link of a receipt; those of the next one follow from it. */
  public record Last(long number, String link) {}

  private EmergencyJournal(FileChannel channel, Path reserve, LaneSecret secret) {
    this.channel = channel;
    this.reserve = reserve;
    this.secret = secret;
  }

  /**
   * Opens the journal of a lane, or begins one.
   *
   * @param folder of the lane, private to its user
   * @throws IOException it cannot be read or written, or is not whole: then it is left as it is,
   *     and must not be sold on
   */
  public static EmergencyJournal open(Path folder) throws IOException {
    Path file = folder.resolve("emergency.journal");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      var journal =
          new EmergencyJournal(channel, folder.resolve("emergency.reserve"), LaneSecret.of(folder));
      journal.readAll();
      Platform.here().forceName(file);
      return journal;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void readAll() throws IOException {
    if (channel.size() < MAGIC.length || isZeroFrom(0)) {
      channel.truncate(0);
      write(ByteBuffer.wrap(MAGIC), 0);
      channel.force(true);
    }
    ByteBuffer magic = ByteBuffer.allocate(MAGIC.length);
    readFully(magic, 0);
    if (!java.util.Arrays.equals(magic.array(), MAGIC)) {
      throw new IOException("this is no journal of emergency receipts");
    }
    end = MAGIC.length;
    while (true) {
      Optional<byte[]> record = readRecord(end);
      if (record.isEmpty()) {
        break;
      }
      take(record.get());
      records++;
      end = channel.position();
    }
    if (channel.size() > end) {
      putAsideTorn();
    }
  }

  /** What was cut off had no paper; it is kept all the same, for whoever wants to know. */
  private void putAsideTorn() throws IOException {
    ByteBuffer torn = ByteBuffer.allocate(Math.toIntExact(channel.size() - end));
    readFully(torn, end);
    try {
      Platform.here()
          .writePrivate(reserve.resolveSibling("emergency.torn-" + records), torn.array());
      channel.truncate(end);
    } catch (IOException e) {
      // a full disk does not stop the lane: the next record takes its place
      log.warn("what was cut off stays behind the emergency journal: {}", e.toString());
    }
  }

  /** Whether a file grew before its bytes were on the disk: a loss of power leaves zeros there. */
  private boolean isZeroFrom(long at) throws IOException {
    ByteBuffer some = ByteBuffer.allocate(8192);
    for (long next = at; channel.read(some.clear(), next) > 0; next += some.limit()) {
      some.flip();
      while (some.hasRemaining()) {
        if (some.get() != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Reads a record, and leaves the channel behind it.
   *
   * @return empty at the end, or where the last record was cut off: it never got a paper
   */
  private Optional<byte[]> readRecord(long at) throws IOException {
    long left = channel.size() - at;
    if (left < Integer.BYTES) {
      return Optional.empty();
    }
    ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
    readFully(head, at);
    int length = head.flip().getInt();
    if (length == 0 && isZeroFrom(at)) {
      return Optional.empty();
    }
    if (length < LaneSecret.OVERHEAD + 1 || length > MOST_RECORD) {
      throw new IOException("record " + records + " of the emergency journal is damaged");
    }
    if (left < Integer.BYTES + length) {
      return Optional.empty();
    }
    ByteBuffer body = ByteBuffer.allocate(length);
    readFully(body, at + Integer.BYTES);
    byte[] plain;
    try {
      plain = secret.open(body.array(), place(records));
    } catch (GeneralSecurityException e) {
      if (left == Integer.BYTES + length || isZeroFrom(at + Integer.BYTES)) {
        return Optional.empty(); // grown before its bytes, or half of its length, were on the disk
      }
      throw new IOException("record " + records + " of the emergency journal is damaged", e);
    }
    channel.position(at + Integer.BYTES + length);
    return Optional.of(plain);
  }

  private static byte[] place(long index) {
    return ByteBuffer.allocate(Long.BYTES).putLong(index).array();
  }

  private void take(byte[] record) throws IOException {
    if (record[0] == POSTED) {
      long number = ByteBuffer.wrap(record, 1, Long.BYTES).getLong();
      waiting.removeIf(receipt -> receipt.getReceipt().getNumber() <= number);
      return;
    }
    PostEmergencySaleRequest request = request(record);
    waiting.addLast(request);
    last = new Last(request.getReceipt().getNumber(), request.getReceipt().getLink());
    sold.add(request.getReceipt().getBasketId());
    lastSale = record[0] == SALE ? new EmergencySale(request, paper(record)) : null;
  }

  private static byte[] sale(EmergencySale sale) {
    byte[] request = sale.request().toByteArray();
    byte[] paper = sale.receipt().toByteArray();
    return ByteBuffer.allocate(1 + Integer.BYTES + request.length + paper.length)
        .put(SALE)
        .putInt(request.length)
        .put(request)
        .put(paper)
        .array();
  }

  private static PostEmergencySaleRequest request(byte[] record) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(record, 1, record.length - 1);
    if (record[0] == SALE) {
      int length = bytes.getInt();
      bytes.limit(bytes.position() + length);
    }
    return PostEmergencySaleRequest.parseFrom(bytes);
  }

  private static Receipt paper(byte[] sale) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(sale, 1, sale.length - 1);
    int length = bytes.getInt();
    return Receipt.parseFrom(bytes.position(bytes.position() + length));
  }

  /** The last sale that was noted, with its paper. */
  synchronized Optional<EmergencySale> lastSale() {
    return Optional.ofNullable(lastSale);
  }

  /** The last receipt that was noted; number 0 before the first. */
  public synchronized Last last() {
    return last;
  }

  /** Whether a receipt sold this basket, whether it has come in or not. */
  synchronized boolean hasSold(String basketId) {
    return sold.contains(basketId);
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** What has not come in yet, and the sum of its totals. */
  record Waiting(int receipts, long totalMinor) {}

  synchronized Waiting waitingNow() {
    return new Waiting(
        waiting.size(),
        waiting.stream().mapToLong(receipt -> receipt.getReceipt().getTotalMinor()).sum());
  }

  /** The oldest that has not come in yet. */
  synchronized Optional<PostEmergencySaleRequest> next() {
    return Optional.ofNullable(waiting.peekFirst());
  }

  /**
   * Notes a sale, and forces it to the disk.
   *
   * @throws IOException it is not there, and its paper must not come
   */
  synchronized void note(EmergencySale sale) throws IOException {
    byte[] record = sale(sale);
    try {
      append(record);
    } catch (IOException e) {
      if (!Files.deleteIfExists(reserve)) {
        throw e;
      }
      append(record);
    }
    take(record);
  }

  /**
   * Notes that a receipt and those before it have come in. Lost, it would be asked again and
   * answered the same.
   *
   * @throws IOException it is not on the disk
   */
  synchronized void posted(long number) throws IOException {
    byte[] record = ByteBuffer.allocate(1 + Long.BYTES).put(POSTED).putLong(number).array();
    take(record);
    append(record);
  }

  /**
   * Has those from a number on posted again, as to a server that was restored from a backup.
   *
   * @throws IOException they cannot be read
   */
  synchronized void rewind(long number) throws IOException {
    Deque<PostEmergencySaleRequest> again = new ArrayDeque<>();
    long kept = records;
    long at = MAGIC.length;
    try {
      for (records = 0; records < kept; records++) {
        byte[] record =
            readRecord(at).orElseThrow(() -> new IOException("the journal ends too early"));
        at = channel.position();
        if (record[0] != POSTED) {
          PostEmergencySaleRequest receipt = request(record);
          if (receipt.getReceipt().getNumber() >= number) {
            again.addLast(receipt);
          }
        }
      }
    } finally {
      records = kept;
    }
    waiting.clear();
    waiting.addAll(again);
  }

  /**
   * Makes sure that the disk will take a receipt, before money is taken for it: that there is room,
   * and that what is written now gets there.
   *
   * @throws IOException the disk is full or does not work
   */
  synchronized void mustTakeMore() throws IOException {
    if (Files.exists(reserve) && Files.size(reserve) == RESERVE) {
      try (FileChannel room = FileChannel.open(reserve, StandardOpenOption.WRITE)) {
        byte[] other = new byte[SECTOR]; // what stands there already might be left unwritten
        random.nextBytes(other);
        room.write(ByteBuffer.wrap(other), 0);
        room.force(false);
      }
      return;
    }
    try (FileChannel room =
        FileChannel.open(
            reserve,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      byte[] filled = new byte[RESERVE];
      random.nextBytes(filled); // zeros might take no room
      ByteBuffer bytes = ByteBuffer.wrap(filled);
      while (bytes.hasRemaining()) {
        room.write(bytes);
      }
      room.force(true);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(reserve);
      } catch (IOException more) {
        e.addSuppressed(more);
      }
      throw e;
    }
  }

  private void append(byte[] plain) throws IOException {
    byte[] sealed = secret.seal(plain, place(records));
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES + sealed.length).putInt(sealed.length).put(sealed).flip();
    int length = bytes.remaining();
    channel.truncate(end); // a longer one that failed would stand behind this one
    try {
      write(bytes, end);
      channel.force(true);
    } catch (IOException e) {
      try {
        channel.truncate(end);
      } catch (IOException more) {
        e.addSuppressed(more);
      }
      throw e;
    }
    end += length;
    records++;
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    channel.position(at);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void readFully(ByteBuffer into, long at) throws IOException {
    while (into.hasRemaining()) {
      int read = channel.read(into, at + into.position());
      if (read < 0) {
        throw new IOException("the emergency journal ends too early");
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
