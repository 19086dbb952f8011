package id.lajur.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders and files that only the service's user may read. */
public final class DataFolders {
  private static final Set<PosixFilePermission> OF_OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private static final Logger log = LoggerFactory.getLogger(DataFolders.class);

  private DataFolders() {}

  /** Creates the folder with its parents; the last one is readable by its owner alone. */
  public static Path createPrivate(Path folder) throws IOException {
    if (folder.getParent() != null) {
      Files.createDirectories(folder.getParent());
    }
    if (!Files.isDirectory(folder)) {
      if (posix(folder)) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(folder);
      }
    }
    return folder;
  }

  /**
   * Writes a secret so that a reader sees the old or the new whole, and nobody else sees either.
   */
  public static void writeSecret(Path file, String secret) throws IOException {
    Path parts = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(parts);
    if (posix(file)) {
      Files.createFile(
          parts,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(parts);
    }
    Files.writeString(
        parts, secret, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(parts, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Creates a file that only its owner can read, to be written.
   *
   * @throws java.nio.file.FileAlreadyExistsException it is there
   */
  public static FileChannel createSecret(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        posix(file)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0]);
  }

  /** Where a folder can be forced to the disk, a new name in it outlives a loss of power. */
  public static void forceNames(Path file) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      log.debug("{} was not forced", folder, e); // not everywhere can a folder be opened
    }
  }

  /**
   * Holds a secret to be its owner's alone, where the file system knows whose a file is.
   *
   * @param why what others could do with it, in words
   * @throws StartRefused others can read or write it
   */
  public static void refuseIfOthersCanRead(Path file, String why) throws IOException {
    if (!posix(file)) {
      return;
    }
    for (Path path : List.of(file, Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      if (!Collections.disjoint(permissions, OF_OTHERS)) {
        throw new StartRefused(
            "%s is open to other users of this machine (%s). %s: make it the service's alone (chmod go= %s)"
                .formatted(path, PosixFilePermissions.toString(permissions), why, path));
      }
    }
  }

  /** Removes a folder with all it holds; an absent one is fine. */
  public static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
