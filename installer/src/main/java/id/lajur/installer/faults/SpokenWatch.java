package id.lajur.installer.faults;

import java.io.PrintStream;

/** Says line by line what a lane does, and hears it on the other side. */
final class SpokenWatch implements LaneWatch {
  private static final int MOST_FIELDS = 4;

  private final PrintStream out;

  SpokenWatch(PrintStream out) {
    this.out = out;
  }

  private synchronized void say(Object... fields) {
    StringBuilder line = new StringBuilder();
    for (Object field : fields) {
      line.append(line.isEmpty() ? "" : "\t").append(field);
    }
    out.println(line);
    out.flush(); // what was said outlives this process
  }

  @Override
  public void scanned(String basketId, int lines) {
    say("scanned", basketId, lines);
  }

  @Override
  public void paying(String basketId, int lines) {
    say("paying", basketId, lines);
  }

  @Override
  public void sold(String basketId, String receipt, long totalMinor) {
    say("sold", basketId, receipt, totalMinor);
  }

  @Override
  public void askedAgain(String requestId, long atMs) {
    say("again", requestId, atMs);
  }

  @Override
  public void found(String basketId, int lines) {
    say("found", basketId, lines);
  }

  @Override
  public void aside(String basketId) {
    say("aside", basketId);
  }

  @Override
  public void cashing(String id, long minor) {
    say("cashing", id, minor);
  }

  @Override
  public void cashed(String id) {
    say("cashed", id);
  }

  @Override
  public void stoodStill(long ms) {
    say("still", ms);
  }

  @Override
  public void failed(String what) {
    say("failed", what.replaceAll("\\s+", " "));
  }

  /** Passes a line on; one that the end of the process has cut off is none. */
  static void hear(String line, LaneWatch watch) {
    String[] field = line.split("\t", MOST_FIELDS);
    switch (field[0]) {
      case "scanned" -> watch.scanned(field[1], Integer.parseInt(field[2]));
      case "paying" -> watch.paying(field[1], Integer.parseInt(field[2]));
      case "sold" -> watch.sold(field[1], field[2], Long.parseLong(field[3]));
      case "again" -> watch.askedAgain(field[1], Long.parseLong(field[2]));
      case "found" -> watch.found(field[1], Integer.parseInt(field[2]));
      case "aside" -> watch.aside(field[1]);
      case "cashing" -> watch.cashing(field[1], Long.parseLong(field[2]));
      case "cashed" -> watch.cashed(field[1]);
      case "still" -> watch.stoodStill(Long.parseLong(field[1]));
      case "failed" -> watch.failed(field[1]);
      default -> watch.failed("the lane's process said " + line);
    }
  }
}
