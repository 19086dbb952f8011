package id.lajur.backoffice.catalogfile;

import id.lajur.kit.connection.ServerRefusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A store that takes files in, and what it was asked. */
final class FakeCatalogFile implements CatalogFileActions {
  static final Catalog.Counts COUNTS = new Catalog.Counts(1_284, 310, 42, 918, 352, 1_260, 2);

  final List<String> asked = new ArrayList<>();
  List<Catalog.Problem> problems = List.of();
  Catalog.Fault fault = Catalog.Fault.NONE;
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
  public CompletableFuture<Catalog.Report> trial(String upload, int parts, Catalog.Rules rules) {
    asked.add("try " + upload + " " + parts + " " + rules.indonesianNumbers());
    return CompletableFuture.completedFuture(new Catalog.Report(COUNTS, problems, problems.size()));
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
