package id.lajur.installer.replay;

/**
 * Which lane sells a ticket.
 *
 * @param lanes ticket k goes to lane k mod lanes; 0 = to the file's own
 */
record LaneChoice(int lanes) {
  /**
   * @param text a number from 1, or "file"
   * @throws IllegalArgumentException neither
   */
  static LaneChoice parse(String text) {
    if (text.equals("file")) {
      return new LaneChoice(0);
    }
    if (text.matches("\\d{1,3}") && Integer.parseInt(text) > 0) {
      return new LaneChoice(Integer.parseInt(text));
    }
    throw new IllegalArgumentException("--lanes is a number from 1 to 999, or file");
  }

  /** Code of the lane, at most 8 characters. */
  String laneOf(Ticket ticket) {
    if (lanes > 0) {
      return "L" + (ticket.index() % lanes + 1);
    }
    if (ticket.lane().length() > 8) {
      throw new IllegalArgumentException("a lane's code has up to 8 characters: " + ticket.lane());
    }
    return ticket.lane();
  }
}
