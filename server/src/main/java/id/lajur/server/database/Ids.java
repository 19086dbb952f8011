package id.lajur.server.database;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ids as they stand in the database: 16 bytes, most significant first, so that UUIDv7 sorts by
 * time.
 */
public final class Ids {
  private Ids() {}

  /** A new UUIDv7, never below one made before by this process. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }

  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  public static byte @Nullable [] bytesOrNull(@Nullable UUID id) {
    return id == null ? null : bytes(id);
  }

  /**
   * @param bytes 16 of them
   */
  public static UUID uuid(byte[] bytes) {
    if (bytes.length != 16) {
      throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
