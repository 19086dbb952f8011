package id.lajur.backoffice.catalogfile;

import id.lajur.backoffice.catalogfile.CatalogFileState.Step;
import id.lajur.backoffice.form.Shown;
import id.lajur.kit.table.TableChoices;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A file is read, sent piece by piece, tried, and then brought in as it was tried. Which of its
 * columns is which is guessed, or as it was chosen for a file with such heads before.
 */
final class CatalogFilePresenter {
  private final CatalogFileActions actions;
  private final RememberedHeads remembered;
  private final Shown<CatalogFileState> shown;
  private String upload = "";
  private CompletableFuture<?> awaited = new CompletableFuture<>();
  private int round; // an answer to what was given up is no longer heard

  CatalogFilePresenter(CatalogFileActions actions, TableChoices choices, Executor ui) {
    this.actions = actions;
    this.remembered = new RememberedHeads(choices);
    this.shown = new Shown<>(CatalogFileState.FIRST, ui);
  }

  CatalogFileState state() {
    return shown.now();
  }

  void in(Consumer<CatalogFileState> view) {
    shown.in(view);
  }

  private <R> void then(CompletableFuture<R> call, Consumer<R> answered) {
    int of = round;
    awaited = call;
    shown.after(
        call,
        answer -> {
          if (of == round) {
            answered.accept(answer);
          }
        },
        why -> {
          if (of == round) {
            shown.change(state -> state.refused(why));
          }
        });
  }

  /** Takes a file, sends it and has it tried. */
  void choose(Path file) {
    if (state().busy()) {
      return;
    }
    round++;
    upload = actions.newUpload();
    String name = Objects.toString(file.getFileName(), "");
    shown.change(state -> state.reading(name));
    then(
        actions.read(file),
        pieces -> {
          if (pieces.fault() == Catalog.Fault.NONE) {
            send(pieces, 0);
          } else {
            shown.change(state -> state.faulty(pieces.fault()));
          }
        });
  }

  private void send(Catalog.Pieces pieces, int done) {
    int all = pieces.content().size();
    shown.change(state -> state.sending(done, all));
    if (done == all) {
      readHeads();
      return;
    }
    then(
        actions.upload(upload, done + 1, pieces.content().get(done)),
        kept -> send(pieces, done + 1));
  }

  private void readHeads() {
    shown.change(CatalogFileState::trying);
    then(
        actions.heads(upload, state().parts()),
        heads -> {
          Catalog.Rules rules = state().rules().heads(remembered.of(heads));
          shown.change(state -> state.with(heads, rules));
          tryAgain();
        });
  }

  /** Shows which column of the file is which of our fields, or no longer. */
  void heads() {
    if (!state().heads().heads().isEmpty()) {
      shown.change(state -> state.choosing(!state.choosing()));
    }
  }

  /**
   * A field of ours stands in another column; the file is tried again at once.
   *
   * @param head of the file; "" = it does not have this field
   */
  void head(String field, String head) {
    Map<String, String> before = state().rules().heads();
    Map<String, String> heads = new HashMap<>(before);
    // A column is one field: whichever had it before has none.
    heads.replaceAll((other, had) -> !head.isEmpty() && had.equals(head) ? "" : had);
    heads.put(field, head);
    if (state().step() == Step.WAITING && !heads.equals(before)) {
      remembered.keep(before, heads);
      rules(state().rules().heads(heads));
    }
  }

  /** Has what was sent judged once more. */
  void tryAgain() {
    if (!state().busy() && state().isReadable()) {
      judge();
    }
  }

  private void judge() {
    shown.change(CatalogFileState::trying);
    then(
        actions.trial(upload, state().parts(), state().rules()),
        report -> shown.change(state -> state.tried(report)));
  }

  /** Reads the file otherwise from now on; it is tried again at once. */
  void rules(Catalog.Rules rules) {
    if (state().step() != Step.WAITING || rules.equals(state().rules())) {
      return;
    }
    shown.change(state -> state.with(rules));
    tryAgain();
  }

  /** Brings in what was tried without a fault. */
  void write() {
    if (!state().canBeWritten()) {
      return;
    }
    shown.change(CatalogFileState::writing);
    then(
        actions.write(upload, state().parts(), state().rules(), state().fileName()),
        counts -> shown.change(state -> state.wrote(counts)));
  }

  /** Gives up sending or trying; what is being written is past that. */
  void cancel() {
    if (state().busy() && state().step() != Step.WRITING) {
      round++;
      boolean unused = awaited.cancel(true);
      shown.change(CatalogFileState::stopped);
    }
  }
}
