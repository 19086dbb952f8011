package id.lajur.pos.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import id.lajur.kit.platform.Platform;
import id.lajur.sale.v1.PayRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The payment that is on its way, on the lane's own disk before it goes out. A lane that lost power
 * meanwhile asks again under the same request id, and so learns whether it was paid, with the
 * receipt that the server gave it.
 */
public final class SaleInDoubt {
  private static final int HEAD_BYTES = Integer.BYTES + Integer.BYTES; // length, CRC-32C
  private static final int MOST_BYTES = 1 << 20;

  private final Path file;
  private boolean isNameForced; // once for each start: it is emptied, never deleted

  /** A payment and the shift in which it was asked for. */
  public record Asked(String shiftId, PayRequest payment) {}

  /**
   * @param file is made when it is first needed; its folder must be there
   */
  public SaleInDoubt(Path file) {
    this.file = file;
  }

  /**
   * Keeps a payment that is about to go out, in place of an earlier one.
   *
   * @throws IOException it is not safely on the disk: it must not go out
   */
  public void keep(String shiftId, PayRequest payment) throws IOException {
    byte[] shift = shiftId.getBytes(UTF_8);
    byte[] request = payment.toByteArray();
    byte[] body =
        ByteBuffer.allocate(Integer.BYTES + shift.length + request.length)
            .putInt(shift.length)
            .put(shift)
            .put(request)
            .array();
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + body.length);
    bytes.putInt(body.length).putInt(checksum(body)).put(body).flip();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.truncate(HEAD_BYTES + body.length);
      channel.force(true);
    }
    if (!isNameForced) {
      Platform.here().forceName(file);
      isNameForced = true;
    }
  }

  /**
   * The payment of which nobody has said how it ended; one that was cut off while it was written
   * never went out.
   *
   * @throws IOException the file cannot be read
   */
  public Optional<Asked> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    if (bytes.remaining() < HEAD_BYTES) {
      return Optional.empty();
    }
    int length = bytes.getInt();
    int checksum = bytes.getInt();
    if (length < Integer.BYTES || length > MOST_BYTES || bytes.remaining() != length) {
      return Optional.empty();
    }
    byte[] body = new byte[length];
    bytes.get(body);
    return checksum == checksum(body) ? parsed(ByteBuffer.wrap(body)) : Optional.empty();
  }

  private static Optional<Asked> parsed(ByteBuffer body) {
    byte[] shift = new byte[body.getInt()];
    body.get(shift);
    try {
      return Optional.of(new Asked(new String(shift, UTF_8), PayRequest.parseFrom(body)));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  /**
   * The payment's end is known, and its receipt in the journal. Not forced: should it come back, it
   * is asked for once more, and the journal counts a receipt once.
   *
   * @throws IOException it stands there still
   */
  public void settled() throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
