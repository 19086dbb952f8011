package id.lajur.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {
  private static final Formats FORMATS =
      new Formats(Language.ENGLISH, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
  private static final TabularDocument DOCUMENT =
      TableDocument.of(
          new DataTable.About("Items", "Toko Lajur", ""),
          List.of(),
          List.of(Column.text("name", "Item", 200, String::valueOf)),
          List.of("Teh"));

  private final List<String> told = new ArrayList<>(); // of the event thread only
  private final List<Runnable> stops = new ArrayList<>();
  private final List<Runnable> beside = new ArrayList<>();
  private final TableFiles files =
      new TableFiles(
          new JPanel(),
          Texts.of(DataTable.class, "table", Language.ENGLISH),
          new TableFiles.Told() {
            @Override
            public void writes(Runnable stop) {
              told.add("writes");
              stops.add(stop);
            }

            @Override
            public void ended(Runnable stop, String sentence) {
              assertThat(stops).contains(stop);
              told.add(sentence);
            }
          },
          beside::add);

  @TempDir private Path folder = Path.of("");

  private List<String> said() throws Exception {
    beside.forEach(Runnable::run);
    List<String> all = new ArrayList<>();
    SwingUtilities.invokeAndWait(() -> all.addAll(told));
    return all;
  }

  @Test
  void aFileThatIsUnderWayIsSaidAndThenItsPlace() throws Exception {
    Path file = folder.resolve("items.csv");
    files.save(DOCUMENT, FORMATS, file, FileKind.CSV);
    assertThat(told).containsExactly("writes");

    assertThat(said()).containsExactly("writes", "Saved: " + file);
    assertThat(Files.readString(file)).contains("Teh");
  }

  @Test
  void aFileThatIsStoppedIsNotThere() throws Exception {
    Path file = folder.resolve("items.xlsx");
    files.save(DOCUMENT, FORMATS, file, FileKind.XLSX);

    stops.get(0).run();

    assertThat(said()).containsExactly("writes", "Stopped. No file was written.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsNotThereIsSaidInWords() throws Exception {
    Path file = folder.resolve("gone").resolve("items.csv");
    files.save(DOCUMENT, FORMATS, file, FileKind.CSV);

    assertThat(said().get(1))
        .startsWith("Not saved: " + folder.resolve("gone"))
        .endsWith("cannot be written. Choose another folder.");
  }

  @Test
  void whateverGoesWrongIsSaidWithItsId() throws Exception {
    var broken =
        TableDocument.of(
            new DataTable.About("Items", "Toko Lajur", ""),
            List.of(),
            List.of(
                Column.<String>text(
                    "name",
                    "Item",
                    200,
                    row -> {
                      throw new IllegalStateException("torn");
                    })),
            List.of("Teh"));
    files.save(broken, FORMATS, folder.resolve("items.csv"), FileKind.CSV);

    assertThat(said().get(1))
        .matches("Not saved: this program has failed. Tell the technician this code: [0-9a-f]{8}");
  }

  @Test
  void aPaperThatNothingOpensIsNotLost() throws Exception {
    List<Path> made = new ArrayList<>();
    files.print(
        DOCUMENT,
        FORMATS,
        file -> {
          made.add(file);
          throw new IOException("no program opens " + file);
        });

    assertThat(said().get(1)).startsWith("The PDF is in " + made.get(0));
    assertThat(made.get(0)).isNotEmptyFile();
    Files.delete(made.get(0));
  }
}
