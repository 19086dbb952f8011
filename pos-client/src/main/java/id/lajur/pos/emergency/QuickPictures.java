package id.lajur.pos.emergency;

import com.google.protobuf.ByteString;
import id.lajur.catalog.v1.GetQuickPictureRequest;
import id.lajur.catalog.v1.QuickKey;
import id.lajur.catalog.v1.QuickKeyServiceGrpc;
import id.lajur.catalog.v1.QuickPages;
import id.lajur.kit.connection.StoreConnection;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures on quick keys, each a file on the lane's disk under the name made of its content.
 */
final class QuickPictures {
  private static final Logger log = LoggerFactory.getLogger(QuickPictures.class);
  private static final long PATIENCE_S = 10;

  private final Path folder;
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  QuickPictures(Path folder) {
    this.folder = folder;
  }

  /** Reads those of these pages that are on the disk. */
  void read(QuickPages pages) {
    for (String name : names(pages)) {
      try {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
          take(name, Files.readAllBytes(file));
        }
      } catch (IOException e) {
        log.warn("picture {} cannot be read", name, e);
      }
    }
  }

  /**
   * Fetches those of these pages that are missing, and lets go of those that stand on none.
   *
   * @return whether any came; what does not come now is asked for when the pages are told again
   */
  boolean fetch(StoreConnection connection, QuickPages pages) {
    Set<String> names = names(pages);
    boolean came = false;
    for (String name : names) {
      if (!known.containsKey(name)) {
        came |= fetch(connection, name);
      }
    }
    known.keySet().retainAll(names);
    forgetOthers(names);
    return came;
  }

  private boolean fetch(StoreConnection connection, String name) {
    try {
      ByteString content =
          QuickKeyServiceGrpc.newBlockingStub(connection.channel())
              .withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS)
              .getQuickPicture(GetQuickPictureRequest.newBuilder().setPicture(name).build())
              .getContent();
      if (!take(name, content.toByteArray())) {
        return false;
      }
      Files.createDirectories(folder);
      Path next = folder.resolve(name + ".next");
      Files.write(next, content.toByteArray());
      Files.move(next, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (StatusRuntimeException e) {
      log.info("picture {} does not come now: {}", name, e.getStatus());
      return false;
    } catch (IOException e) {
      log.warn("picture {} is not on the disk", name, e);
    }
    return known.containsKey(name);
  }

  /** One that is not what its name says, as a file cut by a loss of power, is none. */
  private boolean take(String name, byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      if (!HexFormat.of().formatHex(hash).equals(name)) {
        log.warn("picture {} is damaged", name);
        return false;
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    known.put(name, content);
    return true;
  }

  private void forgetOthers(Set<String> names) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!names.contains(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      log.warn("pictures that stand on no key stay on the disk", e);
    }
  }

  private static Set<String> names(QuickPages pages) {
    return pages.getPagesList().stream()
        .flatMap(page -> page.getKeysList().stream())
        .map(QuickKey::getPicture)
        .filter(name -> name.matches("[0-9a-f]{64}")) // it becomes the name of a file
        .collect(Collectors.toSet());
  }

  Optional<byte[]> content(String name) {
    return Optional.ofNullable(known.get(name));
  }
}
