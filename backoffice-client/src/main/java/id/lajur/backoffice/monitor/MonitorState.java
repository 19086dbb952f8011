package id.lajur.backoffice.monitor;

import id.lajur.kit.connection.ServerRefusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the monitor shows.
 *
 * @param link whether it is live
 * @param shop the newest that came; stays while the connection is lost
 * @param marked keys of what has changed just now
 * @param waiting approvals that wait, the oldest first
 * @param answering the one whose answer is on its way, empty for none
 * @param mayAnswer whether whoever watches may answer them
 * @param refusal the last no, until the next act
 * @param full whether it fills the screen
 */
record MonitorState(
    Link link,
    Optional<Shop> shop,
    Set<String> marked,
    List<Approval> waiting,
    String answering,
    boolean mayAnswer,
    Shares shares,
    Feed feed,
    Optional<Drill> drill,
    Optional<ServerRefusal> refusal,
    boolean full) {
  /** How the stream is. */
  enum Link {
    COMING,
    LIVE,
    LOST
  }

  /** What the bars show. */
  enum Shares {
    DEPARTMENTS,
    LANES,
    TENDERS
  }

  /** What the list at the right shows. */
  enum Feed {
    INCIDENTS,
    RECEIPTS,
    TOP,
    LOW
  }

  MonitorState {
    marked = Set.copyOf(marked);
    waiting = List.copyOf(waiting);
  }

  static MonitorState first(boolean mayAnswer) {
    return new MonitorState(
        Link.COMING,
        Optional.empty(),
        Set.of(),
        List.of(),
        "",
        mayAnswer,
        Shares.DEPARTMENTS,
        Feed.INCIDENTS,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  MonitorState with(Shop now, Set<String> changed) {
    return new MonitorState(
        Link.LIVE,
        Optional.of(now),
        changed,
        waiting,
        answering,
        mayAnswer,
        shares,
        feed,
        drill,
        refusal,
        full);
  }

  MonitorState with(Link now) {
    return new MonitorState(
        now, shop, marked, waiting, answering, mayAnswer, shares, feed, drill, refusal, full);
  }

  MonitorState marking(Set<String> now) {
    return new MonitorState(
        link, shop, now, waiting, answering, mayAnswer, shares, feed, drill, refusal, full);
  }

  MonitorState waiting(List<Approval> now) {
    return new MonitorState(
        link, shop, marked, now, answering, mayAnswer, shares, feed, drill, refusal, full);
  }

  MonitorState answering(String approvalId) {
    return new MonitorState(
        link,
        shop,
        marked,
        waiting,
        approvalId,
        mayAnswer,
        shares,
        feed,
        drill,
        Optional.empty(),
        full);
  }

  MonitorState with(Shares now) {
    return new MonitorState(
        link, shop, marked, waiting, answering, mayAnswer, now, feed, drill, refusal, full);
  }

  MonitorState with(Feed now) {
    return new MonitorState(
        link, shop, marked, waiting, answering, mayAnswer, shares, now, drill, refusal, full);
  }

  MonitorState with(Optional<Drill> now) {
    return new MonitorState(
        link,
        shop,
        marked,
        waiting,
        answering,
        mayAnswer,
        shares,
        feed,
        now,
        Optional.empty(),
        full);
  }

  MonitorState refused(ServerRefusal no) {
    return new MonitorState(
        link,
        shop,
        marked,
        waiting,
        answering,
        mayAnswer,
        shares,
        feed,
        drill,
        Optional.of(no),
        full);
  }

  MonitorState full(boolean now) {
    return new MonitorState(
        link, shop, marked, waiting, answering, mayAnswer, shares, feed, drill, refusal, now);
  }
}
