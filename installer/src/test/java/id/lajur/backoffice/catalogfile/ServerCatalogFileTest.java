package id.lajur.backoffice.catalogfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue file of this PC, brought to a real server. */
class ServerCatalogFileTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private static final String HEAD =
      "item_code,barcode,name,department,category,unit,price,tax_class,cost\n";
  private static final String GOOD = "BERKAS-1,,Lilin Putih,LILIN,,pcs,2500,BIASA,1500\n";
  private static final String BAD = "BERKAS-2,,Korek Api,LILIN,,pcs,murah,BIASA,500\n";
  private static final Catalog.Rules RULES = Catalog.Rules.USUAL;

  private final Desk desk = shop.desk("OWNER");
  private final ServerCatalogFile file = new ServerCatalogFile(desk);

  @Test
  void aFileIsTriedWithItsWrongRowsAndThenWrittenWhole(@TempDir Path folder) throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), HEAD + GOOD + BAD);
    String upload = file.newUpload();
    Catalog.Pieces pieces = file.read(wrong).join();
    assertThat(pieces.fault()).isEqualTo(Catalog.Fault.NONE);
    var unused = file.upload(upload, 1, pieces.content().get(0)).join();

    Catalog.Report report = file.trial(upload, 1, RULES).join();

    assertThat(report.problemCount()).isEqualTo(1);
    assertThat(report.problems())
        .singleElement()
        .extracting(Catalog.Problem::line, Catalog.Problem::column, Catalog.Problem::found)
        .containsExactly(3L, "price", "murah");
    assertThat(DeskShop.refusal(file.write(upload, 1, RULES, "wrong.csv")))
        .isEqualTo("FILE_HAS_PROBLEMS");
    assertThat(shop.number("SELECT COUNT(*) FROM item WHERE code LIKE 'BERKAS-%'")).isZero();

    unused = file.upload(upload, 1, (HEAD + GOOD).getBytes(UTF_8)).join();
    Catalog.Counts written = file.write(upload, 1, RULES, "good.csv").join();

    assertThat(written.rows()).isEqualTo(1);
    assertThat(written.newItems()).isEqualTo(1);
    assertThat(written.prices()).isEqualTo(1);
    assertThat(shop.number("SELECT COUNT(*) FROM item WHERE code LIKE 'BERKAS-%'")).isEqualTo(1);
    String other = file.newUpload();
    byte[] named = "No.;Kode Barang;Nama;Harga Jual\n1;BERKAS-3;Sumbu;1500\n".getBytes(UTF_8);
    unused = file.upload(other, 1, named).join();
    Catalog.Heads heads = file.heads(other, 1).join();
    assertThat(heads.heads()).extracting(Catalog.Head::name).contains("No.", "Nama");
    assertThat(heads.heads().get(2).samples()).containsExactly("Sumbu");
    assertThat(heads.guessed()).containsEntry("item_code", "Kode Barang");
    Catalog.Rules byHand = RULES.heads(Map.of("item_code", "Kode Barang", "name", "No."));
    assertThat(file.trial(other, 1, byHand).join().problems())
        .extracting(Catalog.Problem::column)
        .contains("department");
    assertThat(DeskShop.refusal(file.trial(other, 1, RULES.heads(Map.of("item_code", "")))))
        .isEqualTo("FILE_UNREADABLE");
    assertThat(DeskShop.refusal(file.trial(file.newUpload(), 1, RULES)))
        .isEqualTo("UPLOAD_INVALID");
    assertThat(
            DeskShop.refusal(
                new ServerCatalogFile(shop.desk("WAREHOUSE"))
                    .upload(file.newUpload(), 1, HEAD.getBytes(UTF_8))))
        .isEqualTo("PERMISSION_MISSING");
  }
}
