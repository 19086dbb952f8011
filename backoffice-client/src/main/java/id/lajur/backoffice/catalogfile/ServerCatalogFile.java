package id.lajur.backoffice.catalogfile;

import com.google.protobuf.ByteString;
import id.lajur.backoffice.catalogfile.Catalog.Fault;
import id.lajur.backoffice.shell.Desk;
import id.lajur.catalog.v1.GetCatalogFileColumnsRequest;
import id.lajur.catalog.v1.ImportCatalogRequest;
import id.lajur.catalog.v1.ImportCounts;
import id.lajur.catalog.v1.ImportRules;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.TryCatalogImportRequest;
import id.lajur.catalog.v1.TryCatalogImportResponse;
import id.lajur.catalog.v1.UploadCatalogPartRequest;
import id.lajur.catalog.v1.UploadCatalogPartResponse;
import id.lajur.kit.connection.StoreConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Reads files of this PC; the rest is done by the store's server. */
final class ServerCatalogFile implements CatalogFileActions {
  static final int PIECE_BYTES = 512 << 10;
  static final int MOST_PIECES = 64;

  private final Desk desk;
  private final ItemServiceGrpc.ItemServiceBlockingStub items;

  ServerCatalogFile(Desk desk) {
    this.desk = desk.unseen(); // its screen shows each step, and stops it
    this.items = ItemServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<Catalog.Pieces> read(Path file) {
    return CompletableFuture.supplyAsync(() -> pieces(file), desk.background());
  }

  static Catalog.Pieces pieces(Path file) {
    String name = Objects.toString(file.getFileName(), "");
    List<byte[]> pieces = new ArrayList<>();
    try (var in = Files.newInputStream(file)) {
      for (byte[] piece = in.readNBytes(PIECE_BYTES);
          piece.length > 0;
          piece = in.readNBytes(PIECE_BYTES)) {
        if (pieces.size() == MOST_PIECES) {
          return new Catalog.Pieces(name, List.of(), Fault.TOO_LARGE);
        }
        pieces.add(piece);
      }
    } catch (IOException e) {
      return new Catalog.Pieces(name, List.of(), Fault.UNREADABLE);
    }
    return new Catalog.Pieces(name, pieces, pieces.isEmpty() ? Fault.EMPTY : Fault.NONE);
  }

  @Override
  public String newUpload() {
    return StoreConnection.newRequestId();
  }

  @Override
  public CompletableFuture<Void> upload(String upload, int part, byte[] content) {
    var request =
        UploadCatalogPartRequest.newBuilder()
            .setUploadId(upload)
            .setPart(part)
            .setContent(ByteString.copyFrom(content))
            .build();
    CompletableFuture<UploadCatalogPartResponse> sent =
        desk.ask(() -> items.uploadCatalogPart(request));
    CompletableFuture<Void> told = sent.thenAccept(kept -> {});
    var unused = told.whenComplete((kept, failure) -> sent.cancel(true));
    return told;
  }

  @Override
  public CompletableFuture<Catalog.Heads> heads(String upload, int parts) {
    var request =
        GetCatalogFileColumnsRequest.newBuilder().setUploadId(upload).setParts(parts).build();
    return desk.ask(
        () -> {
          var found = items.getCatalogFileColumns(request);
          return new Catalog.Heads(
              found.getColumnsList().stream()
                  .map(one -> new Catalog.Head(one.getHead(), one.getSamplesList()))
                  .toList(),
              found.getFieldsList(),
              found.getGuessedMap());
        });
  }

  @Override
  public CompletableFuture<Catalog.Report> trial(String upload, int parts, Catalog.Rules rules) {
    var request =
        TryCatalogImportRequest.newBuilder()
            .setUploadId(upload)
            .setParts(parts)
            .setRules(message(rules))
            .build();
    return desk.ask(() -> report(items.tryCatalogImport(request)));
  }

  private static Catalog.Report report(TryCatalogImportResponse found) {
    return new Catalog.Report(
        counts(found.getCounts()),
        found.getProblemsList().stream()
            .map(
                one ->
                    new Catalog.Problem(
                        one.getLine(),
                        one.getColumn(),
                        one.getFound(),
                        one.getCode(),
                        one.getFactsMap(),
                        one.getWords()))
            .toList(),
        found.getProblemCount());
  }

  @Override
  public CompletableFuture<Catalog.Counts> write(
      String upload, int parts, Catalog.Rules rules, String fileName) {
    var request =
        ImportCatalogRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setUploadId(upload)
            .setParts(parts)
            .setRules(message(rules))
            .setFileName(fileName)
            .build();
    return desk.command(() -> items.importCatalog(request))
        .thenApply(written -> counts(written.getCounts()));
  }

  private static ImportRules message(Catalog.Rules rules) {
    return ImportRules.newBuilder()
        .setIndonesianNumbers(rules.indonesianNumbers())
        .setWrongCheckDigits(rules.wrongCheckDigits())
        .putAllColumns(rules.heads())
        .build();
  }

  private static Catalog.Counts counts(ImportCounts counts) {
    return new Catalog.Counts(
        counts.getRows(),
        counts.getNewItems(),
        counts.getChangedItems(),
        counts.getUnchangedItems(),
        counts.getPrices(),
        counts.getLevelPrices(),
        counts.getBarcodes(),
        counts.getNewDepartments());
  }
}
