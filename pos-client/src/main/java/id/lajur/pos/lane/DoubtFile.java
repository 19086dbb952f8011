package id.lajur.pos.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lajur.kit.platform.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One act that is on its way to the server, on the lane's own disk before it goes out. One that was
 * cut off while it was written never went out.
 */
final class DoubtFile {
  private static final int HEAD_BYTES = Integer.BYTES + Integer.BYTES; // length, CRC-32C
  private static final int MOST_BYTES = 1 << 20;

  private final Path file;
  private boolean isNameForced; // once for each start: it is emptied, never deleted

  /** What was asked for, in which shift. */
  record Kept(String shiftId, byte[] act) {}

  /**
   * @param file is made when it is first needed; its folder must be there
   */
  DoubtFile(Path file) {
    this.file = file;
  }

  /**
   * Keeps an act in place of an earlier one.
   *
   * @throws IOException it is not safely on the disk
   */
  void keep(Kept kept) throws IOException {
    byte[] shift = kept.shiftId().getBytes(UTF_8);
    byte[] body =
        ByteBuffer.allocate(Integer.BYTES + shift.length + kept.act().length)
            .putInt(shift.length)
            .put(shift)
            .put(kept.act())
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
   * The act of which nobody has said how it ended.
   *
   * @throws IOException the file cannot be read
   */
  Optional<Kept> read() throws IOException {
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
    return checksum == checksum(body) ? Optional.of(kept(ByteBuffer.wrap(body))) : Optional.empty();
  }

  private static Kept kept(ByteBuffer body) {
    byte[] shift = new byte[body.getInt()];
    body.get(shift);
    byte[] act = new byte[body.remaining()];
    body.get(act);
    return new Kept(new String(shift, UTF_8), act);
  }

  /**
   * Its end is known. Not forced: should it come back, it is asked for once more.
   *
   * @throws IOException it stands there still
   */
  void settled() throws IOException {
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
