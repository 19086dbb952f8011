package id.lajur.server.live;

import id.lajur.server.sale.AtPayment;
import id.lajur.server.sale.OpenBaskets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How every lane stands. */
final class LaneBoard {
  private LaneBoard() {}

  /** The names stand in the contract. */
  enum State {
    CLOSED,
    READY,
    SERVING,
    PAUSED,
    AWAY,
    EMERGENCY,
    PAYING
  }

  /**
   * One lane.
   *
   * @param since of a pause or an open basket its beginning, else of the shift; null when closed
   */
  record Lane(
      LanesDao.LaneRow row,
      State state,
      @Nullable Instant since,
      LanesDao.@Nullable ShiftRow shift,
      OpenBaskets.@Nullable Open basket) {}

  /** Reads all lanes of a store, by code. */
  static List<Lane> read(
      Connection connection, int storeId, List<OpenBaskets.Open> open, MonitorService.Lanes known)
      throws SQLException {
    Set<String> connected = known.connected().get();
    Map<Integer, LanesDao.ShiftRow> shifts = LanesDao.openShifts(connection, storeId);
    Map<Integer, OpenBaskets.Open> baskets = new HashMap<>();
    for (OpenBaskets.Open basket : open) {
      if (basket.lines() > 0) {
        baskets.merge(
            basket.terminalId(),
            basket,
            (one, other) -> one.openedAt().isAfter(other.openedAt()) ? one : other);
      }
    }
    List<Lane> lanes = new ArrayList<>();
    for (LanesDao.LaneRow row : LanesDao.lanes(connection, storeId)) {
      lanes.add(
          lane(
              row,
              shifts.get(row.terminalId()),
              baskets.get(row.terminalId()),
              connected.contains(row.fingerprint()),
              known.atPayment()));
    }
    return lanes;
  }

  private static Lane lane(
      LanesDao.LaneRow row,
      LanesDao.@Nullable ShiftRow shift,
      OpenBaskets.@Nullable Open basket,
      boolean connected,
      AtPayment atPayment) {
    if (shift == null) {
      State state = row.unsent() > 0 ? State.EMERGENCY : State.CLOSED;
      return new Lane(row, state, null, null, null);
    }
    if (row.unsent() > 0) {
      return new Lane(row, State.EMERGENCY, shift.openedAt(), shift, basket);
    }
    if (!connected) {
      return new Lane(row, State.AWAY, shift.openedAt(), shift, basket);
    }
    if (!shift.manned()) {
      Instant left = shift.leftAt();
      return new Lane(row, State.PAUSED, left == null ? shift.openedAt() : left, shift, basket);
    }
    if (basket == null) {
      return new Lane(row, State.READY, shift.openedAt(), shift, null);
    }
    boolean paying = atPayment.isPaying(row.terminalId(), basket.basketId());
    return new Lane(row, paying ? State.PAYING : State.SERVING, basket.openedAt(), shift, basket);
  }
}
