package id.lajur.installer.faults;

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
  WIRE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
