package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.server.catalog.NewItem;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shape of the day, measured on far more tickets than a demo sells. */
class DemoDayTest {
  private static final int TICKETS = 6_000;
  private static final LocalTime DELIVERY = LocalTime.of(11, 0);

  private final List<NewItem> goods = DemoGoods.made(1945);
  private final Set<NewItem> fresh = Set.of(goods.get(0), goods.get(700), goods.get(1_500));
  private final List<DemoDay.Ticket> day = day(7);

  private List<DemoDay.Ticket> day(long seed) {
    return DemoDay.made(goods, fresh, DELIVERY, TICKETS, seed);
  }

  private List<DemoDay.Line> lines() {
    return day.stream().flatMap(ticket -> ticket.lines().stream()).toList();
  }

  private double share(java.util.function.Predicate<DemoDay.Line> which) {
    return (double) lines().stream().filter(which).count() / lines().size();
  }

  @Test
  void ticketsAreAsLongAsAtRealTills() {
    List<Integer> sizes = day.stream().map(ticket -> ticket.lines().size()).sorted().toList();

    assertThat(sizes.get(0)).isOne();
    assertThat(sizes.get(TICKETS / 4)).isBetween(2, 3);
    assertThat(sizes.get(TICKETS / 2)).isBetween(4, 5);
    assertThat(sizes.get(TICKETS * 3 / 4)).isBetween(8, 10);
    assertThat(sizes.get(TICKETS * 9 / 10)).isBetween(15, 19);
    assertThat(sizes.get(TICKETS - 1)).isLessThanOrEqualTo(60);
  }

  @Test
  void fewGoodsMakeMostOfTheSales() {
    Map<NewItem, Integer> sold = new HashMap<>();
    lines().forEach(line -> sold.merge(line.item(), 1, Integer::sum));
    List<Integer> best = sold.values().stream().sorted(Comparator.reverseOrder()).toList();

    assertThat((double) best.stream().limit(100).mapToInt(n -> n).sum() / lines().size())
        .isBetween(0.28, 0.5);
    assertThat(sold).hasSizeGreaterThan(goods.size() * 9 / 10);
  }

  @Test
  void weighedGoodsAndLinesTakenBackHaveTheirShare() {
    assertThat(share(line -> line.item().weighed())).isBetween(0.22, 0.26);
    assertThat(share(DemoDay.Line::takenBack)).isBetween(0.006, 0.014);
    assertThat(share(line -> !line.item().weighed() && line.quantityMilli() == 1_000))
        .isBetween(0.68, 0.76);
    assertThat(day).allMatch(ticket -> ticket.lines().stream().anyMatch(line -> !line.takenBack()));
  }

  @Test
  void theDayRunsFromMorningToEveningAndPaysInEveryWay() {
    assertThat(day).isSortedAccordingTo(Comparator.comparing(DemoDay.Ticket::time));
    assertThat(day.get(0).time()).isBetween(LocalTime.of(7, 0), LocalTime.of(7, 10));
    assertThat(day.get(TICKETS - 1).time()).isBetween(LocalTime.of(20, 50), LocalTime.of(21, 0));
    assertThat(day.stream().map(DemoDay.Ticket::paid)).contains(DemoDay.Paid.values());
  }

  @Test
  void freshGoodsSellFromTheirDeliveryOn() {
    assertThat(day)
        .filteredOn(ticket -> ticket.lines().stream().anyMatch(l -> fresh.contains(l.item())))
        .isNotEmpty()
        .allMatch(ticket -> !ticket.time().isBefore(DELIVERY));
  }

  @Test
  void theSameSeedMakesTheSameDay() {
    assertThat(day(7)).isEqualTo(day);
    assertThat(day(8)).isNotEqualTo(day);
  }
}
