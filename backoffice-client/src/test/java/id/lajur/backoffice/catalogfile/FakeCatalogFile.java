package id.lajur.backoffice.catalogfile;

import id.lajur.kit.connection.ServerRefusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A store that takes files in, and what it was asked. */
final class FakeCatalogFile implements CatalogFileActions {
  static final Catalog.Counts COUNTS = new Catalog.Counts(1_284, 310, 42, 918, 352, 128, 1_260, 2);

  static final List<String> FIELDS =
      List.of(
          "item_code",
          "barcode",
          "name",
          "department",
          "category",
          "unit",
          "factor",
          "price",
          "cost",
          "tax_class",
          "pack_unit",
          "pack_factor",
          "pack_barcode",
          "pack_price");

  final List<String> asked = new ArrayList<>();
  List<Catalog.Problem> problems = List.of();
  int unlisted; // problems that the store does not send
  Catalog.Fault fault = Catalog.Fault.NONE;
  Catalog.Heads heads =
      new Catalog.Heads(
          List.of(
              new Catalog.Head("Kode Barang", List.of("100145", "100146")),
              new Catalog.Head("Nama", List.of("Mi Goreng 85 g", "Teh Celup 25")),
              new Catalog.Head("Harga Jual", List.of("3.350", "8.900")),
              new Catalog.Head("Satuan", List.of("pcs")),
              new Catalog.Head("Barcode", List.of("8991002101419"))),
          FIELDS,
          Map.of(
              "item_code", "Kode Barang",
              "name", "Nama",
              "price", "Harga Jual",
              "unit", "Satuan",
              "barcode", "Barcode"));
  Map<String, String> tried = Map.of();
  @Nullable ServerRefusal no;
  @Nullable CompletableFuture<Void> slowPart;
  @Nullable CompletableFuture<Catalog.Counts> slowWrite;
  private int uploads;

  @Override
  public CompletableFuture<Catalog.Pieces> read(Path file) {
    List<byte[]> content =
        fault == Catalog.Fault.NONE ? List.of(new byte[4], new byte[4], new byte[2]) : List.of();
    return CompletableFuture.completedFuture(
        new Catalog.Pieces(String.valueOf(file.getFileName()), content, fault));
  }

  @Override
  public String newUpload() {
    uploads++;
    return "u" + uploads;
  }

  @Override
  public CompletableFuture<Void> upload(String upload, int part, byte[] content) {
    asked.add("part " + upload + " " + part + " " + content.length);
    return slowPart != null && part == 2 ? slowPart : CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Catalog.Heads> heads(String upload, int parts) {
    return CompletableFuture.completedFuture(heads);
  }

  @Override
  public CompletableFuture<Catalog.Report> trial(String upload, int parts, Catalog.Rules rules) {
    asked.add("try " + upload + " " + parts + " " + rules.indonesianNumbers());
    tried = rules.heads();
    return CompletableFuture.completedFuture(
        new Catalog.Report(COUNTS, problems, problems.size() + unlisted));
  }

  @Override
  public CompletableFuture<Catalog.Counts> write(
      String upload, int parts, Catalog.Rules rules, String fileName) {
    asked.add("write " + upload + " " + parts + " " + fileName);
    if (slowWrite != null) {
      return slowWrite;
    }
    return no == null
        ? CompletableFuture.completedFuture(COUNTS)
        : CompletableFuture.failedFuture(no);
  }
}
