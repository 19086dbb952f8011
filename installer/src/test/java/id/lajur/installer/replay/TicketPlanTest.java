package id.lajur.installer.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketPlanTest {
  private static final Map<String, ShelfItem> SHELF =
      Map.of("A", item("A", 1_00L), "B", item("B", null));

  private static ShelfItem item(String code, @Nullable Long priceMinor) {
    return new ShelfItem(code, "barcode " + code, code, "-", "", "PCS", priceMinor, "FOOD", null);
  }

  private static Ticket.Line line(
      String item, long quantity, long price, long discount, long total, Ticket.Kind kind) {
    return new Ticket.Line(item, quantity, price, discount, total, kind, null);
  }

  private static List<TicketPlan.Act> plan(Ticket.Line... lines) {
    Ticket ticket =
        new Ticket(0, "T", LocalDateTime.of(2031, 5, 5, 8, 0), "L1", List.of(lines), null);
    return TicketPlan.of(ticket, SHELF, 1).acts();
  }

  @Test
  void aVoidTakesBackTheNewestLineThatIsTheSame() {
    Ticket.Line sale = line("A", 1000, 1_00, 0, 1_00, Ticket.Kind.SALE);
    Ticket.Line taken = line("A", -1000, 1_00, 0, -1_00, Ticket.Kind.VOID);

    List<TicketPlan.Act> acts = plan(sale, sale, sale, taken, taken);

    assertThat(acts.subList(3, 5))
        .containsExactly(new TicketPlan.Remove(2), new TicketPlan.Remove(1));
  }

  @Test
  void aVoidOfAnotherPriceHasNoLine() {
    List<TicketPlan.Act> acts =
        plan(
            line("A", 1000, 1_00, 0, 1_00, Ticket.Kind.SALE),
            line("A", -1000, 1_10, 0, -1_10, Ticket.Kind.VOID));

    assertThat(acts.get(1))
        .isEqualTo(
            new TicketPlan.TakeBack("barcode A", 1000, false, 1_10, TicketPlan.WITHOUT_LINE, 0));
  }

  @Test
  void aPriceOtherThanTheShelfsIsAnOverrideAndNoPriceIsEntered() {
    List<TicketPlan.Act> acts =
        plan(
            line("A", 2000, 90, 10, 1_70, Ticket.Kind.SALE),
            line("B", 1000, 5, 0, 5, Ticket.Kind.SALE));

    assertThat(acts)
        .containsExactly(
            new TicketPlan.Sell("barcode A", 2000, null, 90L, TicketPlan.AS_RECORDED, 10),
            new TicketPlan.Sell("barcode B", 1000, 5L, null, TicketPlan.AS_RECORDED, 0));
  }

  @Test
  void aDiscountBelowNothingIsAHigherPrice() {
    assertThat(TicketPlan.Priced.of(line("A", 2000, 1, -1, 3, Ticket.Kind.SALE), 1))
        .isEqualTo(new TicketPlan.Priced(2, 1));
    assertThat(TicketPlan.Priced.of(line("A", -1580, 11_25, -1, -17_77, Ticket.Kind.VOID), 1))
        .isEqualTo(new TicketPlan.Priced(11_25, 1));
  }

  @Test
  void anItemThatTheCatalogueLacksIsNamed() {
    assertThatThrownBy(() -> plan(line("X", 1000, 1, 0, 1, Ticket.Kind.SALE)))
        .hasMessageContaining("X");
  }
}
