package id.lajur.pos.emergency;

import id.lajur.kit.platform.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small file under the lane's secret: as it was written last, or not there. */
final class SealedFile {
  private static final Logger log = LoggerFactory.getLogger(SealedFile.class);

  private final Path file;
  private final byte[] place;
  private final LaneSecret secret;

  SealedFile(Path file, LaneSecret secret) {
    this.file = file;
    this.place = file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
    this.secret = secret;
  }

  /** Empty where there is none, or none that can be read. */
  Optional<byte[]> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(secret.open(Files.readAllBytes(file), place));
    } catch (IOException | GeneralSecurityException e) {
      log.warn("{} cannot be read, and counts as not there: {}", file, e.toString());
      return Optional.empty();
    }
  }

  /**
   * Writes it in place of the one before.
   *
   * @param forced whether it must outlive a loss of power; it outlives this process anyway
   * @throws IOException the one before stays
   */
  void write(byte[] plain, boolean forced) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(secret.seal(plain, place));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (forced) {
        channel.force(true);
      }
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    if (forced) {
      Platform.here().forceName(file);
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
