package id.lajur.server.config;

import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.database.WrongSettings;
import id.lajur.server.people.StoreCurrency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * The server's configuration: one TOML file, {@code lajur.toml} in the data folder unless another
 * is named. An absent file means the defaults; an unknown key or a wrong value stops the start with
 * its line. {@link #EXAMPLE} is the commented file that a new store gets.
 *
 * @param listen address that lanes connect to
 * @param port 0 = any free one, for trials
 * @param announce whether the shop's network is told that a store is here
 * @param newStore what a store is made with
 */
public record ServerConfig(
    Path folder,
    String listen,
    int port,
    boolean announce,
    DatabaseSettings database,
    NewStore newStore) {
  /** For a folder whose store is there, or is made as most are. */
  public ServerConfig(
      Path folder, String listen, int port, boolean announce, DatabaseSettings database) {
    this(folder, listen, port, announce, database, NewStore.USUAL);
  }

  /** A server that only those find who know its address. */
  public ServerConfig(Path folder, String listen, int port, DatabaseSettings database) {
    this(folder, listen, port, false, database);
  }

  /** What a new data folder is given: every key, its default, and what it means. */
  public static final String EXAMPLE =
      """
      # Lajur store server. Remove the # of a line to change it; the values shown are the defaults.

      [server]
      # listen = "0.0.0.0"       # address that lanes and back office connect to
      # port = 7443
      # announce = true          # says on the shop's network (mDNS) that this store is here

      [store]                    # read once, at the first start; then the office's settings hold
      # zone = "Asia/Jakarta"    # WIB; "Asia/Makassar" is WITA, "Asia/Jayapura" is WIT
      # currency = "IDR"

      [database]
      # kind = "embedded"        # our own MariaDB in this folder, or "installed" for the shop's
      # memory_mb = 0            # embedded: buffer pool; 0 = a quarter of the machine, 512 to 2048
      # host = "127.0.0.1"       # installed:
      # port = 3306
      # name = "lajur"
      # user = "lajur"
      # password_file = ""       # its first line is the password
      # ca_file = ""             # needed when the database is on another machine
      """;

  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "server.listen",
              "server.port",
              "server.announce",
              "store.zone",
              "store.currency",
              "database.kind",
              "database.memory_mb",
              "database.host",
              "database.port",
              "database.name",
              "database.user",
              "database.password_file",
              "database.ca_file"));

  /** The defaults for a data folder, with the file in it if there is one. */
  public static ServerConfig ofFolder(Path folder) {
    Path file = folder.resolve("lajur.toml");
    return Files.exists(file) ? read(file) : parse(folder, file, "");
  }

  /**
   * Reads a configuration whose folder is the store's data folder.
   *
   * @throws WrongSettings unreadable, or a wrong key or value, named with its line
   */
  public static ServerConfig read(Path file) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    try {
      return parse(folder, file, Files.readString(file));
    } catch (IOException e) {
      throw new WrongSettings(
          "The configuration " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  static ServerConfig parse(Path folder, Path file, String text) {
    Values values = new Values(file, Toml.parse(text));
    values.refuseUnknown();
    boolean installed = "installed".equals(values.text("database.kind", "embedded", KIND));
    DatabaseSettings database;
    if (installed) {
      String host = values.text("database.host", "127.0.0.1", ADDRESS);
      String ca = values.text("database.ca_file", "", FILE_NAME);
      if (ca.isEmpty() && !DatabaseSettings.Installed.loopback(host)) {
        throw values.wrongAt(
            "database.host", "database.ca_file is needed, " + host + " is not this machine");
      }
      database =
          new DatabaseSettings.Installed(
              host,
              values.number("database.port", 3306, 1, 65535),
              values.text("database.name", "lajur", NAME),
              values.text("database.user", "lajur", USER),
              folder.resolve(values.needed("database.password_file")),
              ca.isEmpty() ? null : folder.resolve(ca));
    } else {
      database =
          new DatabaseSettings.Embedded(
              folder, values.number("database.memory_mb", 0, 0, 1_048_576));
    }
    return new ServerConfig(
        folder,
        values.text("server.listen", "0.0.0.0", ADDRESS),
        values.number("server.port", 7443, 0, 65535),
        values.flag("server.announce", true),
        database,
        new NewStore(
            values.known(
                "store.zone",
                NewStore.USUAL.zone(),
                zone -> ZoneId.getAvailableZoneIds().contains(zone),
                "the name of a time zone, in quotes, as \"Asia/Makassar\""),
            values.known(
                "store.currency",
                NewStore.USUAL.currency(),
                currency -> StoreCurrency.of(currency).isPresent(),
                "a currency with at most two decimals, in quotes, as \"IDR\"")));
  }

  /** What a text must be, and how that is said. */
  private record Form(String pattern, String words) {}

  private static final Form KIND = new Form("embedded|installed", "\"embedded\" or \"installed\"");
  private static final Form ADDRESS =
      new Form("\\S{1,253}", "the name or number of a machine, in quotes, without blanks");
  private static final Form NAME =
      new Form("\\w{1,64}", "a name of up to 64 letters, digits or underscores, in quotes");
  private static final Form USER =
      new Form("\\S{1,80}", "a name of up to 80 characters, in quotes, without blanks");
  private static final Form FILE_NAME = new Form(".*", "the name of a file, in quotes");

  private record Values(Path file, TomlParseResult toml) {
    Values {
      if (toml.hasErrors()) {
        var error = toml.errors().get(0);
        throw wrong(file, error.position(), error.getMessage());
      }
    }

    void refuseUnknown() {
      Map<String, TomlPosition> unknown = new TreeMap<>();
      for (String key : toml.dottedKeySet()) {
        if (!KEYS.contains(key)) {
          unknown.put(key, Objects.requireNonNull(toml.inputPositionOf(key)));
        }
      }
      unknown.forEach(
          (key, position) -> {
            throw wrong(
                file,
                position,
                "there is no key " + key + "; the keys are " + String.join(", ", KEYS));
          });
    }

    String text(String key, String otherwise, Form form) {
      Object value = toml.get(key);
      if (value == null) {
        return otherwise;
      }
      if (value instanceof String text && text.matches(form.pattern())) {
        return text;
      }
      throw wrong(file, toml.inputPositionOf(key), key + " must be " + form.words());
    }

    String known(String key, String otherwise, Predicate<String> is, String words) {
      Object value = toml.get(key);
      if (value == null) {
        return otherwise;
      }
      if (value instanceof String text && is.test(text)) {
        return text;
      }
      throw wrong(file, toml.inputPositionOf(key), key + " must be " + words);
    }

    String needed(String key) {
      String value = text(key, "", FILE_NAME);
      if (value.isEmpty()) {
        throw wrong(file, toml.inputPositionOf("database.kind"), key + " is needed");
      }
      return value;
    }

    boolean flag(String key, boolean otherwise) {
      Object value = toml.get(key);
      if (value == null) {
        return otherwise;
      }
      if (value instanceof Boolean flag) {
        return flag;
      }
      throw wrong(file, toml.inputPositionOf(key), key + " must be true or false");
    }

    int number(String key, int otherwise, int least, int most) {
      Object value = toml.get(key);
      if (value == null) {
        return otherwise;
      }
      if (value instanceof Long number && number >= least && number <= most) {
        return number.intValue();
      }
      throw wrong(
          file,
          toml.inputPositionOf(key),
          key + " must be a whole number from " + least + " to " + most);
    }

    WrongSettings wrongAt(String key, String what) {
      return wrong(file, toml.inputPositionOf(key), what);
    }

    private static WrongSettings wrong(
        Path file, @Nullable TomlPosition position, @Nullable String what) {
      return new WrongSettings(
          file + (position == null ? "" : ", line " + position.line()) + ": " + what);
    }
  }
}
