package id.lajur.pos.screen;

import java.util.Map;

/**
 * Whether the server is there, as the network sees it. One that comes back soon is no matter of the
 * cashier's; one that stays away is said before he asks something of it.
 */
final class ServerWatch {
  static final int AWAY_MS = 3_000;
  private static final Message AWAY = Message.warn("emergency", Map.of());

  private final Desk desk;
  private final Later later;
  private int times; // that something was told; what was meant to follow an earlier time is over

  ServerWatch(Desk desk, Later later) {
    this.desk = desk;
    this.later = later;
  }

  void told(boolean reachable) {
    int mine = ++times;
    LaneState now = desk.state();
    desk.show(now.withDevices(now.devices().withServer(reachable)));
    if (!reachable) {
      later.after(
          AWAY_MS,
          () -> {
            if (mine == times) {
              staysAway();
            }
          });
    } else if (now.message().equals(AWAY)) {
      desk.say(Message.READY);
    }
  }

  /** What is said already is more than this, unless it is only that all is well. */
  private void staysAway() {
    LaneState now = desk.state();
    if (now.isSelling() && now.message().kind() == Message.Kind.OK) {
      desk.say(AWAY);
    }
  }
}
