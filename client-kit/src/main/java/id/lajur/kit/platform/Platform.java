package id.lajur.kit.platform;

import java.awt.AWTError;
import java.awt.AWTEvent;
import java.awt.Desktop;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The operating system under a client: where a user's files lie, how a file is kept from other
 * users, how dense the screen is. Nothing else in the clients asks on what it runs.
 */
public final class Platform {
  private enum Os {
    WINDOWS,
    MAC,
    OTHER
  }

  private final Os os;
  private final Path home;
  private final UnaryOperator<@Nullable String> environment;

  private Platform(String osName, Path home, UnaryOperator<@Nullable String> environment) {
    String name = osName.toLowerCase(Locale.ROOT);
    this.os = name.startsWith("windows") ? Os.WINDOWS : name.startsWith("mac") ? Os.MAC : Os.OTHER;
    this.home = home;
    this.environment = environment;
  }

  /** The machine this runs on. */
  public static Platform here() {
    return new Platform(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System::getenv);
  }

  /** As this machine calls itself, for people; may be empty. */
  public String machineName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }

  /** This machine's IPv4 addresses, one for each network that it shares with others. */
  public List<InetAddress> networks() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(Platform::isShared)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  private static boolean isShared(NetworkInterface network) {
    try {
      return network.isUp() && network.supportsMulticast() && !network.isLoopback();
    } catch (SocketException e) {
      return false; // it went away while it was looked at
    }
  }

  /** Where the keys wait that nobody has seen yet. */
  public static EventQueue eventQueue() {
    return Toolkit.getDefaultToolkit().getSystemEventQueue();
  }

  /**
   * Opens a file with the program that this machine has for it; not on the event thread.
   *
   * @throws IOException there is none
   */
  public static void open(Path file) throws IOException {
    if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
      throw new IOException("no program opens " + file);
    }
    Desktop.getDesktop().open(file.toFile());
  }

  /**
   * Tells, on the event thread, of each key and each move or press of the mouse in any window.
   *
   * @return ends it
   */
  public static Runnable watchInput(Runnable touched) {
    AWTEventListener listener = event -> touched.run();
    Toolkit here = Toolkit.getDefaultToolkit();
    here.addAWTEventListener(
        listener,
        AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK | AWTEvent.MOUSE_MOTION_EVENT_MASK);
    return () -> here.removeAWTEventListener(listener);
  }

  /**
   * A machine as it is described.
   *
   * @param osName as Java's {@code os.name}
   */
  public static Platform of(String osName, Path home, UnaryOperator<@Nullable String> environment) {
    return new Platform(osName, home, environment);
  }

  /** The user's folder for what can be fetched again; it may not exist yet. */
  public Path cacheFolder() {
    return switch (os) {
      case WINDOWS ->
          variable("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Lajur/Cache");
      case MAC -> home.resolve("Library/Caches/Lajur");
      case OTHER -> variable("XDG_CACHE_HOME", home.resolve(".cache")).resolve("lajur");
    };
  }

  /** The user's folder for settings, certificates and what must not be lost; may not exist yet. */
  public Path configFolder() {
    return switch (os) {
      case WINDOWS -> variable("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Lajur");
      case MAC -> home.resolve("Library/Application Support/Lajur");
      case OTHER -> variable("XDG_CONFIG_HOME", home.resolve(".config")).resolve("lajur");
    };
  }

  /**
   * Makes a folder, with those above it, that only this user can enter.
   *
   * @return the folder
   * @throws IOException it cannot be made or its permissions cannot be set
   */
  public Path makePrivateFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    keepPrivate(folder, "rwx------");
    return folder;
  }

  /**
   * Writes a file that only this user can read. A reader sees the old contents or the new, never a
   * part; a failure leaves the old, and a loss of power afterwards the new.
   *
   * @throws IOException the file cannot be written or kept private
   */
  public void writePrivate(Path file, byte[] contents) throws IOException {
    Path folder = folderOf(file);
    Path fresh = Files.createTempFile(folder, file.getFileName() + ".", ".new");
    try {
      keepPrivate(fresh, "rw-------");
      try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        var buffer = ByteBuffer.wrap(contents);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceName(file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Deletes a file, if it is there, so that no loss of power brings it back.
   *
   * @throws IOException it may still be there
   */
  public void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      forceName(file);
    }
  }

  private static Path folderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder for " + file);
    }
    return folder;
  }

  /**
   * Has a file that was made, moved or deleted stay so through a loss of power, where the system
   * can: Windows and some network drives cannot. Its bytes are forced by who wrote them.
   *
   * @throws IOException the path has no folder
   */
  public void forceName(Path file) throws IOException {
    Path folder = folderOf(file);
    if (os == Os.WINDOWS) {
      return;
    }
    try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      // the change is made, and only its moment is the system's
    }
  }

  /** Pixels of the main screen per pixel at 100 %: 1.0, 1.25, 1.5, 2.0; 1.0 without a screen. */
  public double screenScale() {
    if (GraphicsEnvironment.isHeadless()) {
      return 1.0;
    }
    return GraphicsEnvironment.getLocalGraphicsEnvironment()
        .getDefaultScreenDevice()
        .getDefaultConfiguration()
        .getDefaultTransform()
        .getScaleX();
  }

  /** Why no window can be opened here, in words; empty when one can. */
  public Optional<String> whyNoDisplay() {
    if (GraphicsEnvironment.isHeadless()) {
      return Optional.of("there is no display");
    }
    try {
      GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
      return Optional.empty();
    } catch (AWTError | HeadlessException e) {
      return Optional.of("the display cannot be used: " + e.getMessage());
    } catch (LinkageError e) {
      return Optional.of("this Java has no windows (a headless one is installed)");
    }
  }

  private static void keepPrivate(Path path, String posix) throws IOException {
    var posixView = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (posixView != null) {
      posixView.setPermissions(PosixFilePermissions.fromString(posix));
      return;
    }
    var acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
    if (acl == null) {
      throw new IOException("cannot keep " + path + " from other users on this file system");
    }
    acl.setAcl(
        List.of(
            AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(Files.getOwner(path))
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
  }

  private Path variable(String name, Path otherwise) {
    String value = environment.apply(name);
    return value == null || value.isBlank() ? otherwise : Path.of(value);
  }
}
