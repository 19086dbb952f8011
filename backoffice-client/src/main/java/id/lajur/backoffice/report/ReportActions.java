package id.lajur.backoffice.report;

import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What reports need of the store and of this machine. */
interface ReportActions {
  /**
   * Reads a report whole.
   *
   * @return fails with a ServerRefusal; once cancelled, nothing more is asked for it
   */
  CompletableFuture<ReportTable> read(ReportQuery query);

  /** What a report can be narrowed to: all that sold something between the dates. */
  CompletableFuture<Choices> choices(ReportQuery query);

  /** Writes a document to a file; fails with an IOException. */
  CompletableFuture<Path> save(FileKind kind, TabularDocument document, Formats formats, Path file);

  /** Lanes and departments, by code. */
  record Choices(List<Choice> terminals, List<Choice> departments) {
    static final Choices NONE = new Choices(List.of(), List.of());

    public Choices {
      terminals = List.copyOf(terminals);
      departments = List.copyOf(departments);
    }
  }

  /** One that can be chosen. */
  record Choice(String code, String name) {}
}
