package id.lajur.pos.printer;

import id.lajur.kit.i18n.Language;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.Printout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The papers of a lane that are not out: handed over, in hand, and kept because they did not come.
 * What is kept is on disk as well. One that is tried is off the disk meanwhile, so that a loss of
 * power makes no second original; the store has every paper but the slips, and gives copies.
 */
final class Papers {
  private static final Logger log = LoggerFactory.getLogger(Papers.class);

  private final PaperFile file;
  private final Paper paper;
  private final Language language;
  private final Deque<Printout> waiting = new ArrayDeque<>();
  private final Deque<Printout> kept = new ArrayDeque<>();
  private @Nullable Printout inHand;
  private boolean closed;

  /** Begins with what an earlier run of the program has left. */
  Papers(Path file, Paper paper, Language language) {
    this.file = new PaperFile(file);
    this.paper = paper;
    this.language = language;
    try {
      kept.addAll(this.file.read());
    } catch (IOException e) {
      log.error("papers that were left cannot be read, and are put aside", e);
      this.file.putAside();
    }
  }

  synchronized void handOver(Printout printout) {
    waiting.addLast(printout);
  }

  /** The one that was handed over first. */
  synchronized Printout take() {
    Printout next = waiting.removeFirst();
    inHand = next;
    return next;
  }

  /** The oldest that is kept. */
  synchronized Optional<Printout> takeKept() {
    Optional<Printout> oldest = Optional.ofNullable(kept.pollFirst());
    oldest.ifPresent(
        printout -> {
          inHand = printout;
          save();
        });
    return oldest;
  }

  /** What was in hand is out. */
  synchronized void out() {
    inHand = null;
  }

  /**
   * What was in hand is kept.
   *
   * @param first before the others that are kept, where it was
   */
  synchronized void keep(Printout printout, boolean first) {
    inHand = null;
    if (first) {
      kept.addFirst(printout);
    } else {
      kept.addLast(printout);
    }
    save();
  }

  synchronized int kept() {
    return kept.size();
  }

  /** Saves all that is not out; from now on nothing changes on disk. Returns their names. */
  synchronized List<String> close() {
    if (!closed) {
      if (inHand != null) {
        kept.addLast(inHand.asCopy());
      }
      kept.addAll(waiting);
      save();
      closed = true;
    }
    return kept.stream().map(Printout::name).toList();
  }

  private void save() {
    if (closed) {
      return;
    }
    var stored = new ArrayList<StoredPaper>();
    for (Printout printout : kept) {
      try {
        stored.add(StoredPaper.of(printout, paper, language));
      } catch (RuntimeException e) {
        log.error("{} cannot be laid out, and is kept until the program ends", printout.name(), e);
      }
    }
    try {
      file.write(stored);
    } catch (IOException e) {
      log.error("{} papers are kept until the program ends only", stored.size(), e);
    }
  }
}
