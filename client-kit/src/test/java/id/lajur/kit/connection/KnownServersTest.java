package id.lajur.kit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownServersTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aMachineRemembersItsServersInTheirOrder() throws IOException {
    List<ServerAddress> servers =
        List.of(new ServerAddress("10.0.0.2", 7443), new ServerAddress("10.0.0.1", 7444));
    KnownServers.write(folder.resolve("machine"), servers);

    assertThat(KnownServers.read(folder.resolve("machine"))).isEqualTo(servers);
  }

  @Test
  void aMachineWithoutAPlaceKnowsNone() throws IOException {
    assertThat(KnownServers.read(folder)).isEmpty();
  }

  @Test
  void aLineThatIsNoAddressIsSaid() throws IOException {
    Files.writeString(folder.resolve("servers"), "10.0.0.1\n");

    assertThatThrownBy(() -> KnownServers.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("servers")
        .hasMessageContaining("10.0.0.1");
  }
}
