package id.lajur.pos.printer;

import id.lajur.kit.i18n.Language;
import id.lajur.pos.printer.QueuedPaper.Stage;
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
 * The papers of a lane that are not out: handed over, in hand, kept because they did not come, and
 * receipts that are to be read from the server yet. All are on disk as well; the one in hand as a
 * copy, so that a loss of power makes no second original.
 */
final class Papers {
  private static final Logger log = LoggerFactory.getLogger(Papers.class);

  private final PaperFile file;
  private volatile Paper paper;
  private final Language language;
  private final Deque<Printout> waiting = new ArrayDeque<>();
  private final Deque<Printout> kept = new ArrayDeque<>();
  private final Deque<UnreadReceipt> unread = new ArrayDeque<>();
  private @Nullable Printout inHand;
  private boolean inHandWasKept;
  private boolean closed;
  private final Optional<Path> unreadable;

  // Taken before the monitor: whoever asks how many are kept waits for no disk.
  private final Object disk = new Object();
  private boolean mayWrite = true;
  private List<Printout> onDisk = List.of();
  private List<UnreadReceipt> unreadOnDisk = List.of();

  /** Begins with what an earlier run of the program has left. */
  Papers(Path file, Paper paper, Language language) {
    this.file = new PaperFile(file);
    this.paper = paper;
    this.language = language;
    Path aside = null;
    try {
      PaperFile.Contents left = this.file.read();
      kept.addAll(left.papers());
      unread.addAll(left.unread());
      onDisk = List.copyOf(left.papers());
      unreadOnDisk = left.unread();
    } catch (IOException e) {
      aside = putAside(e);
    }
    unreadable = Optional.ofNullable(aside);
  }

  private Path putAside(IOException why) {
    try {
      Path aside = file.putAside();
      log.error("papers that were left cannot be read; they are in {}", aside, why);
      return aside;
    } catch (IOException e) {
      log.error("papers that were left can neither be read nor put aside", why);
      log.error("no paper is saved", e);
      mayWrite = false;
      return file.path();
    }
  }

  /** Another paper lies in the printer from now on. */
  void on(Paper other) {
    paper = other;
  }

  /** Where the papers of an earlier run are that cannot be read. */
  Optional<Path> unreadable() {
    return unreadable;
  }

  /** What is handed over after the close is kept for the next run. */
  void handOver(Printout printout) {
    boolean itsTurn;
    synchronized (this) {
      (closed ? kept : waiting).addLast(printout);
      itsTurn = !closed && inHand == null;
    }
    if (!itsTurn) { // else it is saved when it is taken, which is now
      save();
    }
  }

  /** Notes a receipt that is to be read yet. */
  void toBeRead(UnreadReceipt receipt) {
    synchronized (this) {
      unread.addLast(receipt);
    }
    save();
  }

  synchronized List<UnreadReceipt> unread() {
    return List.copyOf(unread);
  }

  /** A receipt that can never be read. */
  void forget(UnreadReceipt receipt) {
    synchronized (this) {
      unread.remove(receipt);
    }
    save();
  }

  /** A receipt has been read, and is handed over with one change of the file. */
  void handOver(UnreadReceipt read, Printout printout) {
    synchronized (this) {
      unread.remove(read);
      (closed ? kept : waiting).addLast(printout);
    }
    save();
  }

  /** The one that was handed over first; none after the close. */
  Optional<Printout> take() {
    return take(waiting, false);
  }

  /** The oldest that is kept; none after the close. */
  Optional<Printout> takeKept() {
    return take(kept, true);
  }

  /** As a copy where the disk still has it as an original, and would give it out again. */
  private Optional<Printout> take(Deque<Printout> from, boolean wasKept) {
    Printout taken;
    synchronized (this) {
      taken = closed ? null : from.pollFirst();
      if (taken == null) {
        return Optional.empty();
      }
      inHand = taken;
      inHandWasKept = wasKept;
    }
    synchronized (disk) {
      save();
      return Optional.of(onDisk.contains(taken) ? taken.asCopy() : taken);
    }
  }

  /** What was in hand is out. */
  void out() {
    synchronized (this) {
      if (closed) {
        return; // it is saved as a copy
      }
      inHand = null;
    }
    save();
  }

  /**
   * What was in hand is kept, where it was.
   *
   * @param maybeOut it is a copy from now on
   * @param last behind all others
   */
  void keep(boolean maybeOut, boolean last) {
    synchronized (this) {
      if (closed || inHand == null) {
        return;
      }
      Printout printout = maybeOut ? inHand.asCopy() : inHand;
      inHand = null;
      if (inHandWasKept && !last) {
        kept.addFirst(printout);
      } else {
        kept.addLast(printout);
      }
    }
    save();
  }

  /** All that is not out: receipts to be read, then in the order in which they come. */
  synchronized List<QueuedPaper> queue() {
    var queue = new ArrayList<QueuedPaper>();
    unread.forEach(one -> queue.add(new QueuedPaper(one.number(), Stage.UNREAD, false)));
    if (inHand != null && inHandWasKept) {
      queue.add(queued(inHand, Stage.PRINTING));
    }
    kept.forEach(one -> queue.add(queued(one, Stage.FAILED)));
    if (inHand != null && !inHandWasKept) {
      queue.add(queued(inHand, Stage.PRINTING));
    }
    waiting.forEach(one -> queue.add(queued(one, Stage.WAITING)));
    return queue;
  }

  private static QueuedPaper queued(Printout printout, Stage stage) {
    return new QueuedPaper(printout.name(), stage, printout.copy());
  }

  /** Papers that are to come out yet, with the receipts that are to be read. */
  synchronized int kept() {
    return kept.size() + unread.size();
  }

  /** Papers that could be printed now. */
  synchronized int printable() {
    return kept.size();
  }

  /** Saves all that is not out; only what is handed over later changes anything then. */
  ReceiptPrinter.Left close() {
    synchronized (this) {
      if (!closed) {
        List<Printout> all = all();
        inHand = null;
        waiting.clear();
        kept.clear();
        kept.addAll(all);
        closed = true;
      }
    }
    synchronized (disk) {
      save();
      return left();
    }
  }

  private synchronized ReceiptPrinter.Left left() {
    var safe = new ArrayList<String>();
    var lost = new ArrayList<String>();
    for (UnreadReceipt receipt : unread) {
      (unreadOnDisk.contains(receipt) ? safe : lost).add(receipt.number());
    }
    for (Printout printout : kept) {
      (onDisk.contains(printout) ? safe : lost).add(printout.name());
    }
    return new ReceiptPrinter.Left(safe, lost);
  }

  /** Oldest first, the one in hand as a copy. */
  private List<Printout> all() {
    var all = new ArrayList<Printout>(kept);
    if (inHand != null) {
      all.add(inHandWasKept ? 0 : all.size(), inHand.asCopy());
    }
    all.addAll(waiting);
    return all;
  }

  private void save() {
    synchronized (disk) {
      List<Printout> all;
      List<UnreadReceipt> toRead;
      synchronized (this) {
        all = all();
        toRead = List.copyOf(unread);
      }
      if (!mayWrite || all.equals(onDisk) && toRead.equals(unreadOnDisk)) {
        return;
      }
      var written = new ArrayList<Printout>();
      var stored = new ArrayList<StoredPaper>();
      for (Printout printout : all) {
        try {
          stored.add(StoredPaper.of(printout, paper, language));
          written.add(printout);
        } catch (RuntimeException e) {
          log.error("{} cannot be laid out, and is on no disk", printout.name(), e);
        }
      }
      try {
        file.write(new PaperFile.Contents(stored, toRead));
        onDisk = written;
        unreadOnDisk = toRead;
      } catch (IOException e) {
        log.error("{} papers are not on the disk", stored.size(), e);
      }
    }
  }
}
