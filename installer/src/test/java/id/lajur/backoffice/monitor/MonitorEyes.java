package id.lajur.backoffice.monitor;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What somebody sees on the monitor of a window; on the event thread. */
public final class MonitorEyes {
  private final Container window;

  public MonitorEyes(Container window) {
    this.window = window;
  }

  private MonitorState state() {
    return find(window, MonitorView.class).orElseThrow().shown();
  }

  private static <C extends Component> Optional<C> find(Container in, Class<C> kind) {
    for (Component each : in.getComponents()) {
      if (kind.isInstance(each)) {
        return Optional.of(kind.cast(each));
      }
      if (each instanceof Container inner) {
        Optional<C> found = find(inner, kind);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Shop shop() {
    return state().shop().orElse(Shop.NONE);
  }

  public boolean live() {
    return state().link() == MonitorState.Link.LIVE;
  }

  public long tickets() {
    return shop().today().tickets();
  }

  public long salesMinor() {
    return shop().today().salesMinor();
  }

  /** Printed numbers, the newest first. */
  public List<String> receipts() {
    return shop().receipts().stream().map(Shop.SoldReceipt::number).toList();
  }

  /** Codes of the items that are over soon. */
  public List<String> low() {
    return shop().lowStock().stream().map(Shop.LowStock::itemCode).toList();
  }

  /** How a lane stands; empty where it is not shown. */
  public String lane(String terminal) {
    return lanes(terminal).map(lane -> lane.state().name()).orElse("");
  }

  /** What a lane's open basket comes to, minor units; 0 without one. */
  public long basketMinor(String terminal) {
    return lanes(terminal).flatMap(Shop.Lane::basket).map(Shop.Basket::totalMinor).orElse(0L);
  }

  private Optional<Shop.Lane> lanes(String terminal) {
    return shop().lanes().stream().filter(lane -> lane.terminal().equals(terminal)).findFirst();
  }

  /** Kinds of the incidents at a lane, the newest first. */
  public List<String> incidents(String terminal) {
    return shop().incidents().stream()
        .filter(incident -> incident.terminal().equals(terminal))
        .map(Shop.Incident::kind)
        .toList();
  }

  /** Permissions that lanes ask for. */
  public List<String> waiting() {
    return state().waiting().stream().map(Approval::permission).toList();
  }

  /** Presses yes or no at what has waited longest. */
  public void answer(boolean approve) {
    Board board = find(window, Board.class).orElseThrow();
    long high = Math.round(ApprovalsCard.BUTTON * board.scale());
    List<Rectangle> buttons =
        board.touchable().stream().filter(each -> each.height == high).toList();
    int first = buttons.stream().mapToInt(each -> each.y).min().orElseThrow();
    Comparator<Rectangle> fromTheLeft = Comparator.comparingInt(each -> each.x);
    List<Rectangle> both =
        buttons.stream().filter(each -> each.y == first).sorted(fromTheLeft).toList();
    Rectangle pressed = both.get(approve ? 1 : 0);
    int x = (int) pressed.getCenterX();
    int y = (int) pressed.getCenterY();
    board.dispatchEvent(
        new MouseEvent(
            board,
            MouseEvent.MOUSE_PRESSED,
            System.currentTimeMillis(),
            0,
            x,
            y,
            1,
            false,
            MouseEvent.BUTTON1));
  }
}
