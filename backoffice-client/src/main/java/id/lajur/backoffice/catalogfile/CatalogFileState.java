package id.lajur.backoffice.catalogfile;

import id.lajur.kit.connection.ServerRefusal;
import java.util.Optional;

/**
 * How far a file is on its way into the catalogue.
 *
 * @param fileName empty before one was chosen
 * @param parts that the file was cut into
 * @param sent of them
 * @param heads of the file, once it was sent
 * @param choosing the heads are shown, to be chosen
 * @param report of the trial with these rules; empty = not tried so
 * @param written what was brought in
 */
record CatalogFileState(
    Step step,
    String fileName,
    int parts,
    int sent,
    Catalog.Rules rules,
    Catalog.Heads heads,
    boolean choosing,
    Optional<Catalog.Report> report,
    Optional<Catalog.Counts> written,
    Catalog.Fault fault,
    Optional<ServerRefusal> refused) {
  static final CatalogFileState FIRST = at(Step.WAITING, "", Catalog.Rules.USUAL);

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
        Catalog.Heads.NONE,
        false,
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

  /** It is known where the items' codes stand: without that nothing can be read. */
  boolean isReadable() {
    return isSent() && !rules.head(Catalog.CODE).isEmpty();
  }

  /** A trial of the whole file found nothing wrong, and it is not in the catalogue yet. */
  boolean canBeWritten() {
    return !busy() && isSent() && report.filter(one -> one.problemCount() == 0).isPresent();
  }

  CatalogFileState reading(String name) {
    return at(Step.READING, name, rules);
  }

  CatalogFileState faulty(Catalog.Fault why) {
    return at(Step.WAITING, fileName, rules).failed(why, Optional.empty());
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
        heads,
        choosing,
        newReport,
        Optional.empty(),
        Catalog.Fault.NONE,
        Optional.empty());
  }

  /** Its heads have come; where its codes stand is asked when nobody could tell. */
  CatalogFileState with(Catalog.Heads found, Catalog.Rules newRules) {
    return new CatalogFileState(
        Step.WAITING,
        fileName,
        parts,
        sent,
        newRules,
        found,
        newRules.head(Catalog.CODE).isEmpty(),
        Optional.empty(),
        Optional.empty(),
        Catalog.Fault.NONE,
        Optional.empty());
  }

  CatalogFileState choosing(boolean shown) {
    return new CatalogFileState(
        step, fileName, parts, sent, rules, heads, shown, report, written, fault, refused);
  }

  /** Other rules make another file of it: what was found is over. */
  CatalogFileState with(Catalog.Rules newRules) {
    return new CatalogFileState(
        step,
        fileName,
        parts,
        sent,
        newRules,
        heads,
        choosing,
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
        heads,
        choosing,
        Optional.empty(),
        Optional.of(counts),
        Catalog.Fault.NONE,
        Optional.empty());
  }

  CatalogFileState refused(ServerRefusal why) {
    return failed(Catalog.Fault.NONE, Optional.of(why));
  }

  private CatalogFileState failed(Catalog.Fault newFault, Optional<ServerRefusal> why) {
    return new CatalogFileState(
        Step.WAITING,
        fileName,
        parts,
        sent,
        rules,
        heads,
        choosing,
        report,
        Optional.empty(),
        newFault,
        why);
  }
}
