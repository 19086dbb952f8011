package id.lajur.server.backup;

import id.lajur.server.database.StartRefused;
import org.jspecify.annotations.Nullable;

/** A backup is not made, read or restored, said in one sentence. Nothing was changed. */
public final class BackupRefused extends StartRefused {
  private static final long serialVersionUID = 1L;

  /** Why, for programs. */
  public enum Reason {
    /** The file is something else. */
    NOT_A_BACKUP,
    /** A byte is not what was written, or the end is missing. */
    DAMAGED,
    /** A newer program wrote it. */
    NEWER,
    /** The key is that of another store, or another one of this store. */
    OTHER_KEY,
    /** What is in it does not belong together, or does not add up to what it says. */
    NOT_EQUAL,
    /** There is no key, or it is none. */
    NO_KEY,
    /** The folder holds something already. */
    NOT_EMPTY,
    /** Another backup of the store is being made. */
    BUSY,
    /** The disk is full. */
    DISK_FULL,
    /** The file or folder cannot be read or written. */
    UNUSABLE
  }

  private final Reason reason;

  public BackupRefused(Reason reason, String sentence) {
    this(reason, sentence, null);
  }

  public BackupRefused(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
