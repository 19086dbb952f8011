package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.catalog.v1.CheckPriceRequest;
import id.lajur.server.admin.ImportCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code lajur import} beside a running server. */
class ImportCommandTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final Path DATA = StoreFixture.FOLDER;

  @TempDir private Path folder = Path.of("");

  private record Ran(int status, String out, String err) {}

  private static Ran run(Path data, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("--data", data.toString()));
    all.addAll(List.of(options));
    int status =
        new CommandLine(new ImportCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("catalogue.csv"), text).toString();
  }

  @Test
  void whatIsImportedBesideARunningServerIsSoldAtTheNextScan() throws Exception {
    String file = file("kode;nama;harga;satuan\nCMD1;Sirup;12.500;btl\nCMD2;Madu;85.000;btl\n");
    String[] options = {
      "--numbers=id", "--value=tax_class=BIASA", "--value", "department=MINUMAN CMD", file
    };

    List<String> trial = new ArrayList<>(List.of(options));
    trial.add("--dry-run");
    Ran tried = run(DATA, trial.toArray(String[]::new));
    Ran done = run(DATA, options);
    Ran again = run(DATA, options);

    assertThat(tried.out()).contains("2 items new").contains("Nothing was written");
    assertThat(done.status()).as(done.err()).isZero();
    assertThat(done.out())
        .contains(
            "2 rows: 2 items new, 0 changed, 0 as they were; 2 prices, 0 level prices, 0 barcodes,"
                + " 1 departments new")
        .contains("Written in");
    assertThat(again.out()).contains("2 as they were").contains("Nothing was written");
    try (TestLane lane = store.lane()) {
      assertThat(lane.scan("CMD1").getBasket().getTotals().getTotalMinor()).isEqualTo(12_500_00);
    }
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM audit_entry WHERE kind = 'CATALOG_IMPORTED'"
                    + " AND after_value = '2 new, 0 changed, 2 prices'"
                    + " AND reason = 'catalogue.csv'"))
        .isOne();
    store.assertAuditClean();
  }

  @Test
  void whatIsWrongIsListedAndWrittenAsAReport() throws Exception {
    Path report = folder.resolve("report.csv");
    StringBuilder rows = new StringBuilder("item_code,name,department,tax_class,price\n");
    for (int i = 0; i < 60; i++) {
      rows.append("BAD").append(i).append(",Nama,UJI,BIASA,\"1,5\"\n");
    }

    Ran ran = run(DATA, "--report", report.toString(), file(rows.toString()));

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("line 2, price \"1,5\": is no number like 12500 or 12500.50")
        .contains("... and 10 more; --report FILE has them all")
        .contains("60 rows, 60 problems");
    assertThat(Files.readAllLines(report))
        .hasSize(61)
        .contains(
            "61,price,\"1,5\",\"is no number like 12500 or 12500.50; if its dot parts thousands,"
                + " say --numbers id\"");
    try (TestLane lane = store.lane()) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () ->
                      lane.catalog()
                          .checkPrice(CheckPriceRequest.newBuilder().setCode("BAD0").build())))
          .isNotNull();
    }
  }

  @Test
  void wrongUseIsSaidAndEndsWithTwo() throws Exception {
    String file = file("item_code,name\n1,2\n");
    assertThat(run(DATA, folder.resolve("none.csv").toString()).status()).isEqualTo(2);
    assertThat(run(DATA, "--column", "prijs=x", file).err()).contains("there is no column prijs");
    assertThat(run(DATA, "--column", "price=x", file).err())
        .contains("has no column \"x\" for price");
    Ran empty = run(folder, file);
    assertThat(empty.status()).isEqualTo(2);
    assertThat(empty.err()).contains("holds no store");
    assertThat(folder.resolve("database")).doesNotExist();
  }
}
