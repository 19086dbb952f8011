package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that cannot work now stays in its place, dim, and says why when it is pressed. */
class DimmedKeysTest {
  private record Case(String what, List<LaneKey> dim, Consumer<PresentedLane> begun) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static void alone(PresentedLane shop) {
    shop.presenter.emergency(Optional.of(new EmergencyView(true, 1, 10_000_00, false)));
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "an empty basket",
            List.of(LaneKey.F4, LaneKey.F6, LaneKey.F8, LaneKey.F12),
            PresentedLane::signOn),
        new Case(
            "the lane by itself", List.of(LaneKey.F6, LaneKey.F7), shop -> alone(shop.selling())),
        new Case(
            "the server away, before anything was asked of it",
            List.of(LaneKey.F6, LaneKey.F7),
            shop -> shop.selling().presenter.server(false)),
        new Case(
            "an answer that is long in coming",
            List.of(LaneKey.F5, LaneKey.F6, LaneKey.F7),
            shop -> {
              shop.selling().lane.holdsAnswers = true;
              shop.presenter.scanned(FakeLane.TEA);
              shop.aSecondPasses();
            }),
        new Case(
            "cash that nobody has typed",
            List.of(LaneKey.ENTER, LaneKey.DEL),
            shop -> {
              shop.selling().press(LaneKey.F12);
              shop.press(LaneKey.F11); // what is said of it gives way
            }),
        new Case(
            "a card that has been charged",
            List.of(LaneKey.ESC),
            shop -> {
              shop.selling().press(LaneKey.F12, LaneKey.F7);
              shop.type("150000");
              shop.press(LaneKey.ENTER, LaneKey.ENTER, LaneKey.ENTER);
            }),
        new Case(
            "an approval while the server is away",
            List.of(LaneKey.F9),
            shop -> {
              shop.lane.voidNeedsApproval = true;
              shop.selling().press(LaneKey.F8);
              shop.presenter.server(false);
            }),
        new Case(
            "a price while nothing is in the basket",
            List.of(LaneKey.F3),
            shop -> shop.signOn().press(LaneKey.F3)),
        new Case(
            "paying while the lane is by itself",
            List.of(LaneKey.F11),
            shop -> {
              alone(shop.selling());
              shop.press(LaneKey.F12);
            }),
        new Case(
            "the count of who may not open the drawer",
            List.of(LaneKey.F9),
            shop -> shop.signOn().press(LaneKey.F10, LaneKey.F2)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itSaysWhyAndDoesNothing(Case of) {
    for (LaneKey key : of.dim()) {
      var shop = new PresentedLane();
      of.begun().accept(shop);
      assertThat(KeyBarOf.state(shop.state()))
          .filteredOn(cap -> cap.key() == key)
          .extracting(KeyCap::dim)
          .as("%s is dim", key)
          .containsExactly(true);
      List<String> before = List.copyOf(shop.lane.acts);
      Panel panel = shop.state().panel();
      Message said = shop.state().message();

      shop.press(key);

      assertThat(shop.state().message()).as("%s says why", key).isNotEqualTo(said);
      assertThat(shop.state().message().kind()).as("%s", key).isNotEqualTo(Message.Kind.OK);
      assertThat(shop.lane.acts).as("%s does nothing", key).isEqualTo(before);
      assertThat(shop.state().panel()).as("%s opens nothing", key).isEqualTo(panel);
    }
  }

  @Test
  void whoMayOpensTheDrawerWhileHeCounts() {
    var shop = new PresentedLane();
    shop.lane.permissions = Set.of("till.drawer");
    shop.signOn().press(LaneKey.F10, LaneKey.F2);

    shop.press(LaneKey.F9);

    assertThat(shop.lane.acts).last().asString().startsWith("openDrawer ");
    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.COUNTING);
    assertThat(shop.state().message().key()).isEqualTo("drawerOpened");
  }
}
