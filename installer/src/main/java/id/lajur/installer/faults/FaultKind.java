package id.lajur.installer.faults;

import java.util.List;
import java.util.Locale;

/** What dies. */
enum FaultKind {
  /** The store server's process; its database process stays behind. */
  SERVER,
  /** The database's process, under a server that goes on. */
  DATABASE,
  /** A lane's process. */
  LANE,
  /** The line between a lane and the server. */
  WIRE,
  /** The database's process stands still for a while, as on a disk that does not answer. */
  HANG,
  /** Several of these, one on the heels of the other. */
  SEQUENCE;

  /** Those of which a sequence is made. */
  static final List<FaultKind> SINGLE = List.of(WIRE, LANE, DATABASE, SERVER);

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
