package id.lajur.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.database.WrongSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerConfigTest {
  private static final Path FOLDER = Path.of("data").toAbsolutePath();
  private static final Path FILE = FOLDER.resolve("lajur.toml");

  private static ServerConfig parse(String text) {
    return ServerConfig.parse(FOLDER, FILE, text);
  }

  @Test
  void anEmptyFileMeansTheDefaults() {
    assertThat(parse(""))
        .isEqualTo(
            new ServerConfig(
                FOLDER, "0.0.0.0", 7443, true, new DatabaseSettings.Embedded(FOLDER, 0)));
  }

  @Test
  void theExampleIsTheDefaults() {
    assertThat(parse(ServerConfig.EXAMPLE)).isEqualTo(parse(""));
  }

  @Test
  void anInstalledDatabaseNamesItsPasswordFile() {
    ServerConfig config =
        parse(
            "[database]\nkind = \"installed\"\nhost = \"db\"\npassword_file = \"pw\"\nca_file = \"ca.pem\"\n");

    assertThat(config.database())
        .isEqualTo(
            new DatabaseSettings.Installed(
                "db", 3306, "lajur", "lajur", FOLDER.resolve("pw"), FOLDER.resolve("ca.pem")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[server]~port = 99999          ; line 2 ; server.port must be a whole number",
        "[server]~port = \"7443\"       ; line 2 ; server.port must be a whole number",
        "[server]~announce = 1          ; line 2 ; server.announce must be true or false",
        "[server]~~prot = 1             ; line 3 ; there is no key server.prot",
        "[database]~kind = \"sqlite\"   ; line 2 ; database.kind must be \"embedded\" or \"installed\"",
        "[database]~kind = 1            ; line 2 ; database.kind must be \"embedded\" or \"installed\"",
        "[server]~listen = \"a b\"      ; line 2 ; server.listen must be the name or number of a machine",
        "[server]~listen = 7            ; line 2 ; server.listen must be the name or number of a machine",
        "[database]~kind = \"installed\"~name = \"a-b\" ; line 3 ; database.name must be a name of up to 64",
        "[database]~kind = \"installed\"~user = \"\" ; line 3 ; database.user must be a name of up to 80",
        "[database]~kind = \"installed\"~ca_file = 1 ; line 3 ; database.ca_file must be the name of a file",
        "[database]~kind = \"installed\" ; line 2 ; database.password_file is needed",
        "[server~port = 1               ; line 1 ; ",
        "[database]~kind = \"installed\"~host = \"db\" ; line 3 ; database.ca_file is needed",
      })
  void aWrongKeyOrValueIsNamedWithItsLine(String text, String line, String words) {
    assertThatThrownBy(() -> parse(text.strip().replace('~', '\n')))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining(line)
        .hasMessageContaining(words == null ? "" : words);
  }
}
