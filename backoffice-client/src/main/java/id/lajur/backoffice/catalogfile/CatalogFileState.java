package id.lajur.backoffice.catalogfile;

import id.lajur.kit.connection.ServerRefusal;
import java.util.Optional;

/**
 * How far a file is on its way into the catalogue.
 *
 * @param fileName empty before one was chosen
 * @param parts that the file was cut into
 * @param sent of them
 * @param report of the trial with these rules; empty = not tried so
 * @param written what was brought in
 */
record CatalogFileState(
    Step step,
    String fileName,
    int parts,
    int sent,
    Catalog.Rules rules,
    Optional<Catalog.Report> report,
    Optional<Catalog.Counts> written,
    Catalog.Fault fault,
    Optional<ServerRefusal> refused) {
  static final CatalogFileState FIRST = at(Step.WAITING, "", new Catalog.Rules(false, false));

  /** What is being done with the file. */
  enum Step {
    WAITING,
    READING,
    SENDING,
    TRYING,
    WRITING
  }

  private static CatalogFileState at(Step step, String fileName, Catalog.Rules rules) {
    return new CatalogFileState(
        step,
        fileName,
        0,
        0,
        rules,
        Optional.empty(),
        Optional.empty(),
        Catalog.Fault.NONE,
        Optional.empty());
  }

  boolean busy() {
    return step != Step.WAITING;
  }

  /** Everything is at the store, so that it can be judged. */
  boolean isSent() {
    return parts > 0 && sent == parts;
  }

  /** A trial of the whole file found nothing wrong, and it is not in the catalogue yet. */
  boolean canBeWritten() {
    return !busy() && isSent() && report.filter(one -> one.problemCount() == 0).isPresent();
  }

  CatalogFileState reading(String name) {
    return at(Step.READING, name, rules);
  }

  CatalogFileState faulty(Catalog.Fault why) {
    return new CatalogFileState(
        Step.WAITING,
        fileName,
        0,
        0,
        rules,
        Optional.empty(),
        Optional.empty(),
        why,
        Optional.empty());
  }

  CatalogFileState sending(int done, int of) {
    return doing(Step.SENDING, done, of, Optional.empty());
  }

  CatalogFileState trying() {
    return doing(Step.TRYING, sent, parts, Optional.empty());
  }

  CatalogFileState writing() {
    return doing(Step.WRITING, sent, parts, report);
  }

  CatalogFileState tried(Catalog.Report found) {
    return doing(Step.WAITING, sent, parts, Optional.of(found));
  }

  /** Nothing more is done; what is at the store can be tried again. */
  CatalogFileState stopped() {
    return doing(Step.WAITING, sent, parts, Optional.empty());
  }

  private CatalogFileState doing(
      Step next, int newSent, int newParts, Optional<Catalog.Report> newReport) {
    return new CatalogFileState(
        next,
        fileName,
        newParts,
        newSent,
        rules,
        newReport,
        Optional.empty(),
        Catalog.Fault.NONE,
        Optional.empty());
  }

  /** Other rules make another file of it: what was found is over. */
  CatalogFileState with(Catalog.Rules newRules) {
    return new CatalogFileState(
        step,
        fileName,
        parts,
        sent,
        newRules,
        Optional.empty(),
        Optional.empty(),
        Catalog.Fault.NONE,
        Optional.empty());
  }

  CatalogFileState wrote(Catalog.Counts counts) {
    return new CatalogFileState(
        Step.WAITING,
        fileName,
        parts,
        sent,
        rules,
        Optional.empty(),
        Optional.of(counts),
        Catalog.Fault.NONE,
        Optional.empty());
  }

  CatalogFileState refused(ServerRefusal why) {
    return new CatalogFileState(
        Step.WAITING,
        fileName,
        parts,
        sent,
        rules,
        report,
        Optional.empty(),
        Catalog.Fault.NONE,
        Optional.of(why));
  }
}
