package id.lajur.backoffice.receiving;

import java.awt.Component;
import java.awt.Container;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What somebody sees on the receiving screen of a window; on the event thread. */
public final class ReceivingEyes {
  private final Container window;

  public ReceivingEyes(Container window) {
    this.window = window;
  }

  private ReceivingState state() {
    return Objects.requireNonNull(
        ((ReceivingView) find(window, "receiving").orElseThrow()).shown());
  }

  private static Optional<Component> find(Container in, String name) {
    for (Component each : in.getComponents()) {
      if (name.equals(each.getName())) {
        return Optional.of(each);
      }
      if (each instanceof Container inner) {
        Optional<Component> found = find(inner, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether no answer is awaited. */
  public boolean rests() {
    return state().busy() == 0;
  }

  public boolean onDraft() {
    return state().isOpen();
  }

  public boolean onBooks() {
    return state().sheet() != null && !state().isOpen();
  }

  /** Papers of the list that are drafts. */
  public long drafts() {
    return state().papers().rows().stream()
        .filter(paper -> paper.state() == Paper.State.DRAFT)
        .count();
  }

  /** The number of what is open. */
  public String number() {
    return Objects.requireNonNull(state().sheet()).number();
  }

  public long totalMinor() {
    return Objects.requireNonNull(state().sheet()).netMinor();
  }

  /** Pieces and other base units on the sheet, bonus goods among them. */
  public long quantityMilli() {
    Sheet sheet = state().sheet();
    return sheet == null ? 0 : sheet.quantityMilli();
  }

  public List<String> names() {
    return Objects.requireNonNull(state().sheet()).lines().stream().map(GoodsLine::name).toList();
  }

  /** Name of the marked line; empty for none. */
  public String marked() {
    return state().line().map(GoodsLine::name).orElse("");
  }

  /** Which field is typed into; empty for none. */
  public String field() {
    return Objects.toString(state().field(), "");
  }

  /** Key of what is said; empty for nothing. */
  public String said() {
    ReceivingState.Said said = state().said();
    return said == null
        ? ""
        : said.refusal() == null ? said.key() : Objects.toString(said.refusal());
  }

  /** The selling price that is proposed for the marked line. */
  public Optional<Long> proposedMinor() {
    return state().hasProposal()
        ? Optional.ofNullable(state().facts()).map(Facts::proposedMinor)
        : Optional.empty();
  }
}
