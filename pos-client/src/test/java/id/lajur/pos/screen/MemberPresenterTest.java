package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.theme.Token;
import java.awt.Color;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemberPresenterTest {
  private static final String RATNA = "880000004471";

  private final PresentedLane shop = new PresentedLane();

  private void one() {
    shop.lane.members = new MembersFound(FakeLane.TWO_MEMBERS.members().subList(0, 1), false);
  }

  @Test
  void aCardThatIsScannedPutsItsMemberOnTheBasket() {
    one();
    shop.signOn();

    shop.press(LaneKey.F5);
    shop.presenter.scanned(RATNA);

    assertThat(shop.lane.acts).endsWith("findMembers " + RATNA, "setMember " + RATNA);
    assertThat(shop.state().panel()).isEqualTo(Panel.none());
    assertThat(shop.state().basket().member()).hasValue(new MemberView("Ratna Wulandari", RATNA));
    assertThat(shop.state().message())
        .isEqualTo(Message.ok("memberSet", Map.of("name", "Ratna Wulandari", "level", "Anggota")));
  }

  @Test
  void ofSeveralTheCashierChooses() {
    shop.lane.members = FakeLane.TWO_MEMBERS;
    shop.signOn();
    shop.press(LaneKey.F5);
    shop.type("ratna");
    shop.press(LaneKey.ENTER);

    assertThat(shop.state().message()).isEqualTo(Message.info("memberWhich", Map.of("n", "2")));
    shop.press(LaneKey.DOWN, LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("setMember 880000005582");
    assertThat(shop.state().basket().level()).isEqualTo("Grosir");
  }

  @Test
  void lettersAfterAListAreAnotherSearch() {
    shop.lane.members = FakeLane.TWO_MEMBERS;
    shop.signOn();
    shop.press(LaneKey.F5);
    shop.type("ratna");
    shop.press(LaneKey.ENTER);

    shop.type("tini");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("findMembers tini");
  }

  @Test
  void aTouchTakesOneOfTheList() {
    shop.lane.members = FakeLane.TWO_MEMBERS;
    shop.signOn();
    shop.press(LaneKey.F5);
    shop.type("ratna");
    shop.press(LaneKey.ENTER);

    shop.presenter.row(0);

    assertThat(shop.lane.acts).endsWith("setMember " + RATNA);
  }

  @Test
  void nobodyFoundIsSaidAndTheNextCardWorks() {
    shop.signOn();
    shop.press(LaneKey.F5);

    shop.presenter.scanned("12345");

    assertThat(shop.state().message())
        .isEqualTo(Message.error("memberNone", Map.of("text", "12345")));
    one();
    shop.presenter.scanned(RATNA);
    assertThat(shop.lane.acts).endsWith("setMember " + RATNA);
  }

  @Test
  void theMemberIsTakenOff() {
    shop.selling();

    shop.press(LaneKey.F5, LaneKey.F8);

    assertThat(shop.lane.acts).endsWith("setMember ");
    assertThat(shop.state().basket().hasBuyer()).isFalse();
    assertThat(shop.state().message()).isEqualTo(Message.ok("memberOff", Map.of()));
    shop.press(LaneKey.F5, LaneKey.F8);
    assertThat(shop.state().message()).isEqualTo(Message.info("memberNobody"));
  }

  @Test
  void aLevelIsChosenBySomebodyWhoMay() {
    shop.lane.permissions = Set.of("sale.price_level");
    shop.selling();

    shop.press(LaneKey.F5, LaneKey.F10);
    assertThat(((Panel.PriceLevels) shop.state().panel()).chosen()).isEqualTo(1); // the member's
    shop.press(LaneKey.DOWN, LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("setPriceLevel GROSIR ");
    assertThat(shop.state().message()).isEqualTo(Message.ok("levelSet", Map.of("level", "Grosir")));
  }

  @Test
  void aCashierNeedsASupervisorForALevel() {
    shop.selling();

    shop.press(LaneKey.F5, LaneKey.F10, LaneKey.ENTER);

    var asked = (Panel.Approval) shop.state().panel();
    assertThat(asked.permission()).isEqualTo("sale.price_level");
    assertThat(asked.matter().words()).isEqualTo("Anggota");
  }

  @Test
  void aloneTheMemberStaysAndWhatComesIsAddedAsEver() {
    shop.selling();
    shop.presenter.server(false);

    assertThat(KeyBarOf.state(shop.state()))
        .filteredOn(cap -> cap.key() == LaneKey.F5)
        .allMatch(KeyCap::dim)
        .hasSize(1);
    shop.press(LaneKey.F5);

    assertThat(shop.state().panel()).isEqualTo(Panel.none());
    assertThat(shop.state().message())
        .isEqualTo(Message.warn("memberStays", Map.of("name", "Ratna Wulandari")));
    shop.presenter.emergency(Optional.of(new EmergencyView(true, 0, 0, false)));
    shop.presenter.scanned(FakeLane.RICE);
    assertThat(shop.state().message().key()).isEqualTo("added");
  }

  @Test
  void aloneWithoutAMemberNoneCanBeLookedUp() {
    shop.signOn();
    shop.presenter.server(false);

    shop.press(LaneKey.F5);

    assertThat(shop.state().message()).isEqualTo(Message.warn("memberAway", Map.of()));
  }

  @Test
  void aBasketWithAMemberAloneCanBeGivenUp() {
    one();
    shop.signOn();
    shop.press(LaneKey.F5);
    shop.presenter.scanned(RATNA);

    shop.press(LaneKey.SHIFT_F8);

    assertThat(shop.state().panel()).isEqualTo(new Panel.VoidBasket());
  }

  @Test
  void theKeyThatGivesItUpIsBright() {
    one();
    shop.signOn();
    shop.press(LaneKey.F10);
    assertThat(inkOfVoiding()).isEqualTo(Token.INK3.color());

    shop.press(LaneKey.ESC, LaneKey.F5);
    shop.presenter.scanned(RATNA);
    shop.press(LaneKey.F10);

    assertThat(inkOfVoiding()).isNotEqualTo(Token.INK3.color());
  }

  private Color inkOfVoiding() {
    return PaintedLane.of(shop.state(), 1366, 768).words(PanelView.class).stream()
        .filter(word -> word.text().equals(LaneKey.SHIFT_F8.cap()))
        .map(PaintedWords.Word::ink)
        .findFirst()
        .orElseThrow();
  }
}
