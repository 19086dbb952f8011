package id.lajur.backoffice.report;

import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A store that answers when a test says so. */
final class FakeReports implements ReportActions {
  final List<ReportQuery> asked = new ArrayList<>();
  final List<CompletableFuture<ReportTable>> answers = new ArrayList<>();
  final List<TabularDocument> saved = new ArrayList<>();
  Choices choices = Choices.NONE;
  CompletableFuture<Path> saving = new CompletableFuture<>();

  @Override
  public CompletableFuture<ReportTable> read(ReportQuery query) {
    asked.add(query);
    CompletableFuture<ReportTable> answer = new CompletableFuture<>();
    answers.add(answer);
    return answer;
  }

  @Override
  public CompletableFuture<Choices> choices(ReportQuery query) {
    return CompletableFuture.completedFuture(choices);
  }

  @Override
  public CompletableFuture<Path> save(
      FileKind kind, TabularDocument document, Formats formats, Path file) {
    saved.add(document);
    return saving;
  }

  ReportQuery last() {
    return asked.get(asked.size() - 1);
  }

  /** Answers what was asked last. */
  void answer(ReportTable table) {
    boolean unused = answers.get(answers.size() - 1).complete(table);
  }

  void fail(RuntimeException failure) {
    boolean unused = answers.get(answers.size() - 1).completeExceptionally(failure);
  }
}
