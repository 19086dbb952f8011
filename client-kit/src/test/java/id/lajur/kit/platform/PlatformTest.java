package id.lajur.kit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
  private final Path home;

  PlatformTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void foldersFollowEachSystemsCustom() {
    assertThat(Platform.of("Linux", home, name -> null).configFolder())
        .isEqualTo(home.resolve(".config/lajur"));
    assertThat(Platform.of("Linux", home, Map.of("XDG_CACHE_HOME", "/c")::get).cacheFolder())
        .isEqualTo(Path.of("/c/lajur"));
    assertThat(Platform.of("Mac OS X", home, name -> null).cacheFolder())
        .isEqualTo(home.resolve("Library/Caches/Lajur"));
    assertThat(Platform.of("Windows 11", home, Map.of("LOCALAPPDATA", "/l")::get).configFolder())
        .isEqualTo(Path.of("/l/Lajur"));
    assertThat(Platform.of("Windows 11", home, Map.of("LOCALAPPDATA", " ")::get).cacheFolder())
        .isEqualTo(home.resolve("AppData/Local/Lajur/Cache"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsPrivateIsTheOwnersAlone() throws Exception {
    Platform platform = Platform.here();
    Path folder = platform.makePrivateFolder(home.resolve("a/b"));
    Path file = folder.resolve("key");

    platform.writePrivate(file, "one".getBytes(StandardCharsets.UTF_8));
    platform.writePrivate(file, "two".getBytes(StandardCharsets.UTF_8));

    assertThat(file).hasContent("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
    platform.delete(file);
    platform.delete(file);
    assertThat(folder).isEmptyDirectory();
  }
}
