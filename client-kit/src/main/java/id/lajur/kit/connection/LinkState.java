package id.lajur.kit.connection;

/** How the connection to the server is, for a screen to show. */
public enum LinkState {
  GOOD,
  /** An answer has been owed for a second, or the server has asked to come again later. */
  SLOW,
  /** There is no connection, or an answer has been owed for three seconds. */
  AWAY
}
