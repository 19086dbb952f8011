package id.lajur.kit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileKindTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void whatWasInAFileStaysUntilTheNewIsWhole(FileKind kind) throws IOException {
    Path file = Files.writeString(folder.resolve("laporan." + kind.suffix()), "lama");
    TabularDocument breaks = Documents.of(Documents.row(1), Line.row("1", "x", "no number"));

    assertThatThrownBy(() -> kind.save(breaks, Documents.INDONESIAN, file))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(file).hasContent("lama");
    assertThat(folder.toFile().list()).hasSize(1);
    kind.save(Documents.of(Documents.row(1)), Documents.INDONESIAN, file);
    assertThat(file).isNotEmptyFile();
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsGivenUpLeavesTheFileAsItWasAndNothingBesideIt(FileKind kind) throws IOException {
    Path file = Files.writeString(folder.resolve("laporan." + kind.suffix()), "lama");
    var asked = new AtomicInteger();
    TabularDocument three = Documents.of(Documents.row(1), Documents.row(2), Documents.row(3));

    assertThatThrownBy(
            () ->
                kind.save(
                    three.until(() -> asked.incrementAndGet() > 2), Documents.INDONESIAN, file))
        .isInstanceOf(CancellationException.class);

    assertThat(file).hasContent("lama");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  /** In a program of its own, whose memory holds no such report. */
  @ParameterizedTest
  @EnumSource
  void fiftyThousandRowsNeedNoMoreMemoryThanAFew(FileKind kind) throws Exception {
    Path file = folder.resolve("panjang." + kind.suffix());
    Process program =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx28m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Writing.class.getName(),
                    kind.name(),
                    file.toString()))
            .redirectErrorStream(true)
            .start();

    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(program.waitFor()).as(said).isZero();
    assertThat(file).isNotEmptyFile();
  }

  /** The program. */
  static final class Writing {
    public static void main(String[] arguments) throws IOException {
      FileKind.valueOf(arguments[0])
          .save(Documents.lasting(50_000), Documents.INDONESIAN, Path.of(arguments[1]));
    }
  }
}
