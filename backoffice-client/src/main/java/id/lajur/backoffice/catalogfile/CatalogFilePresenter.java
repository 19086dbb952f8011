package id.lajur.backoffice.catalogfile;

import id.lajur.backoffice.catalogfile.CatalogFileState.Step;
import id.lajur.backoffice.form.Shown;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A file is read, sent piece by piece, tried, and then brought in as it was tried. */
final class CatalogFilePresenter {
  private final CatalogFileActions actions;
  private final Shown<CatalogFileState> shown;
  private String upload = "";
  private int round; // an answer to what was given up is no longer heard

  CatalogFilePresenter(CatalogFileActions actions, Executor ui) {
    this.actions = actions;
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
      judge();
      return;
    }
    then(
        actions.upload(upload, done + 1, pieces.content().get(done)),
        kept -> send(pieces, done + 1));
  }

  /** Has what was sent judged once more. */
  void tryAgain() {
    if (!state().busy() && state().isSent()) {
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
      shown.change(CatalogFileState::stopped);
    }
  }
}
