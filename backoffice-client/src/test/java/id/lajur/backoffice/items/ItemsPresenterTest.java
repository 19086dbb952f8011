package id.lajur.backoffice.items;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.shell.Awaited;
import id.lajur.backoffice.shell.Unanswered;
import id.lajur.kit.connection.ServerRefusal;
import io.grpc.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ItemsPresenterTest {
  private final Goods goods = new Goods();
  private final List<ItemsState> shown = new ArrayList<>();
  private final ItemsPresenter presenter = new ItemsPresenter(goods, Runnable::run);

  ItemsPresenterTest() {
    presenter.view(shown::add);
    presenter.opened();
  }

  private ItemsState now() {
    return presenter.state();
  }

  private Items.Sheet item() {
    return now().card().orElseThrow().read().item();
  }

  private Items.Sheet with(String name, boolean weighed, List<Items.Unit> units) {
    Items.Sheet was = item();
    return new Items.Sheet(
        was.code(),
        name,
        was.department(),
        was.category(),
        was.taxClass(),
        weighed,
        was.noDiscount(),
        was.noReturn(),
        was.asksExpiry(),
        was.blockedReason(),
        was.policy(),
        units);
  }

  private void set(Items.PriceTyped price, Optional<LocalDate> from) {
    presenter.save(Optional.empty(), List.of(price), from);
  }

  @Test
  void pricesAndFieldsAreKeptTogetherAndThePricesGoFirst() {
    presenter.chosen("100145");

    presenter.save(
        Optional.of(with("Mi Goreng Jumbo", false, item().units())),
        List.of(
            new Items.PriceTyped("pcs", null, OptionalLong.of(3_500_00)),
            new Items.PriceTyped("dus", null, OptionalLong.of(130_000_00))),
        Optional.empty());

    assertThat(goods.done)
        .containsExactly(
            "price 100145 pcs 350000", "price 100145 dus 13000000", "update [name] e0");
    assertThat(now().note()).contains("saved");
  }

  @Test
  void pricesThatWereSetBeforeTheFieldsWereRefusedStandOnTheItem() {
    presenter.chosen("100145");
    goods.noUpdate = Optional.of(ServerRefusal.of(Status.FAILED_PRECONDITION.asRuntimeException()));
    var level = now().card().orElseThrow().read().levels().get(0);

    presenter.save(
        Optional.of(with("Mi Goreng Jumbo", false, item().units())),
        List.of(
            new Items.PriceTyped("pcs", null, OptionalLong.of(3_600_00)),
            new Items.PriceTyped("pcs", level, OptionalLong.of(3_300_00))),
        Optional.empty());

    assertThat(now().refused()).isPresent();
    assertThat(now().saving()).isFalse();
    assertThat(now().kept()).hasSize(2);
    assertThat(item().units().get(0).priceMinor()).isEqualTo(3_600_00L);
    assertThat(now().card().orElseThrow().read().levels().get(0).priceMinor()).isEqualTo(3_300_00L);
    assertThat(item().name()).as("was not kept").isEqualTo("Mi Goreng Spesial 85 g");
  }

  private Items.Sheet priced(long minor) {
    var pieces = new Items.PriceTyped("pcs", null, OptionalLong.of(minor));
    return now()
        .card()
        .orElseThrow()
        .read()
        .priced(List.of(new Items.Kept(pieces, Optional.empty())))
        .item();
  }

  private Items.Row row(String code) {
    return now().rows().stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void theRowOfAnItemShowsThePriceThatWasSetBeforeTheRestWasRefused() {
    presenter.chosen("100145");
    goods.noUpdate = Optional.of(ServerRefusal.of(Status.FAILED_PRECONDITION.asRuntimeException()));

    presenter.save(
        Optional.of(with("Mi Goreng Jumbo", false, item().units())),
        List.of(new Items.PriceTyped("pcs", null, OptionalLong.of(3_600_00))),
        Optional.empty());

    assertThat(row("100145").priceMinor()).isEqualTo(3_600_00L);
    assertThat(now().refused()).as("is still said").isPresent();
  }

  @Test
  void theRowIsReadAsWhatWasKeptIsAndIsNotGivenUp() {
    var unanswered = new Unanswered();
    var slow = new ItemsPresenter(unanswered.in(ItemActions.class, goods, "like"), Runnable::run);
    slow.opened();
    slow.chosen("100145");
    presenter.chosen("100145");
    goods.noUpdate = Optional.of(ServerRefusal.of(Status.FAILED_PRECONDITION.asRuntimeException()));

    slow.save(
        Optional.of(with("Mi Goreng Jumbo", false, item().units())),
        List.of(new Items.PriceTyped("pcs", null, OptionalLong.of(3_600_00))),
        Optional.empty());

    assertThat(unanswered.said()).contains(Awaited.Kind.SAVING);
  }

  @Test
  void aPriceOfALaterDayThatWasSetBeforeARefusalIsOneToCome() {
    presenter.chosen("100145");
    goods.noUpdate = Optional.of(ServerRefusal.of(Status.FAILED_PRECONDITION.asRuntimeException()));

    presenter.save(
        Optional.of(with("Mi Goreng Jumbo", false, item().units())),
        List.of(new Items.PriceTyped("pcs", null, OptionalLong.of(3_600_00))),
        Optional.of(LocalDate.of(2026, 12, 1)));

    assertThat(item().units().get(0).priceMinor()).isEqualTo(3_350_00L);
    assertThat(item().units().get(0).coming())
        .extracting(Items.Coming::priceMinor)
        .containsExactly(3_600_00L);
  }

  @Test
  void theListComesPageByPageAndIsShownAsItGrows() {
    assertThat(now().rows()).hasSize(8);
    assertThat(now().total()).isEqualTo(8);
    assertThat(now().loading()).isFalse();
    assertThat(shown).extracting(state -> state.rows().size()).contains(3, 6, 8);
  }

  @Test
  void whatDiffersIsKeptAndNothingElse() {
    presenter.chosen("100145");

    presenter.save(with("Mi Goreng Jumbo", true, item().units()));

    assertThat(goods.done).containsExactly("update [name, weighed] e0");
    assertThat(now().note()).contains("saved");
    assertThat(item().name()).isEqualTo("Mi Goreng Jumbo");
    assertThat(now().rows())
        .filteredOn(row -> row.code().equals("100145"))
        .extracting(Items.Row::name)
        .containsExactly("Mi Goreng Jumbo");
  }

  @Test
  void whereNothingDiffersNothingIsAsked() {
    presenter.chosen("100145");

    presenter.save(item());

    assertThat(goods.done).isEmpty();
    assertThat(now().note()).contains("nothing");
  }

  @Test
  void aPackIsAUnit() {
    presenter.chosen("100145");

    List<Items.Unit> units = new ArrayList<>(item().units());
    units.add(new Items.Unit(null, "karton", 80_000, List.of(), null, List.of()));
    presenter.save(with(item().name(), false, units));

    assertThat(goods.done).containsExactly("update [units] e0");
  }

  @Test
  void aRefusalIsShownAndTheItemStays() {
    presenter.chosen("100145");
    goods.refusal = Optional.of(ServerRefusal.of(Status.FAILED_PRECONDITION.asRuntimeException()));

    presenter.save(with("x", false, item().units()));

    assertThat(now().refused()).map(ServerRefusal::reason).contains("FAILED_PRECONDITION");
    assertThat(now().saving()).isFalse();
    assertThat(item().name()).isEqualTo("Mi Goreng Spesial 85 g");
  }

  @Test
  void aDepartmentIsMadeWhileAnItemIsFilledInAndTheItemStays() {
    presenter.newItem();

    presenter.newDepartment("TELUR", "Telur", "BIASA");

    assertThat(goods.done).containsExactly("department TELUR Telur BIASA");
    assertThat(now().choices().departments()).contains(new Items.Choice("TELUR", "Telur"));
    assertThat(now().card().orElseThrow().isNew()).isTrue();
    assertThat(now().note()).contains("department");
  }

  @Test
  void aNewItemBeginsWithWhatTheStoreHasAndIsMade() {
    presenter.newItem();
    assertThat(item().department()).isEqualTo("MAKANAN");
    assertThat(item().taxClass()).isEqualTo("BIASA");

    presenter.save(with("Teh Celup", false, item().units()));

    assertThat(goods.done).containsExactly("create Teh Celup");
    assertThat(now().rows().get(0).code()).isEqualTo("100300");
  }

  @Test
  void aPriceHoldsFromNowOn() {
    presenter.chosen("100145");

    set(new Items.PriceTyped("dus", null, OptionalLong.of(130_000_00)), Optional.empty());

    assertThat(goods.done).containsExactly("price 100145 dus 13000000");
    assertThat(now().note()).contains("priced");
  }

  @Test
  void aPriceMayBeginOnALaterDay() {
    presenter.chosen("100145");

    set(
        new Items.PriceTyped("pcs", null, OptionalLong.of(3_500_00)),
        Optional.of(LocalDate.of(2026, 12, 1)));

    assertThat(goods.done).containsExactly("price 100145 pcs 350000 2026-12-01");
    assertThat(now().note()).contains("pricedLater");
  }

  @Test
  void aPriceAtALevelIsSetAndEnded() {
    presenter.chosen("100145");
    var at = new Items.AtLevel("pcs", "GROSIR", "Grosir", null);

    set(new Items.PriceTyped("pcs", at, OptionalLong.of(3_100_00)), Optional.empty());
    set(
        new Items.PriceTyped("pcs", at, OptionalLong.empty()),
        Optional.of(LocalDate.of(2026, 12, 1)));

    assertThat(goods.done)
        .containsExactly(
            "levelPrice 100145 pcs GROSIR 310000", "levelPrice 100145 pcs GROSIR - 2026-12-01");
    assertThat(now().note()).contains("pricedLater");
  }

  @Test
  void theDocumentBehindAMoveOpensAndOneGoesBackStepByStep() {
    presenter.chosen("100145");
    presenter.showMoves();

    presenter.open(now().card().orElseThrow().moves().orElseThrow().rows().get(0));
    assertThat(now().card().orElseThrow().paper().orElseThrow().lines()).hasSize(2);

    presenter.back();
    assertThat(now().card().orElseThrow().paper()).isEmpty();
    presenter.back();
    assertThat(now().card()).isEmpty();
  }

  @Test
  void anotherScreenLeadsToAnItemsStockCard() {
    presenter.showStockCard("100145");

    assertThat(now().card().orElseThrow().atMoves()).isTrue();
    presenter.chosen("100150");
    assertThat(now().card().orElseThrow().atMoves()).isFalse();
  }

  @Test
  void whereTheDocumentIsNotKnownNothingOpens() {
    presenter.chosen("100145");

    presenter.open(
        new Items.Move("", Instant.EPOCH, "UNSPECIFIED", "", "", "", "", 1_000, 1_000, 0, 0));

    assertThat(goods.done).isEmpty();
  }

  @Test
  void cardAndHistoryAreReadWhenSomebodyLooks() {
    presenter.chosen("100145");
    assertThat(now().card().orElseThrow().moves()).isEmpty();

    presenter.showMoves();
    presenter.showHistory();

    assertThat(now().card().orElseThrow().moves().orElseThrow().rows()).hasSize(4);
    assertThat(now().card().orElseThrow().history().orElseThrow().rows()).hasSize(3);
  }

  @Test
  void whatIsOlderComesBelowUntilAllWasRead() {
    presenter.chosen("100145");
    presenter.showMoves();
    presenter.showHistory();

    presenter.olderMoves();
    presenter.olderMoves();
    presenter.olderHistory();

    Page<Items.Move> moves = now().card().orElseThrow().moves().orElseThrow();
    assertThat(moves.rows()).extracting(Items.Move::number).hasSize(5).last().isEqualTo("L01 S 1");
    assertThat(moves.hasOlder()).isFalse();
    Page<Items.Change> history = now().card().orElseThrow().history().orElseThrow();
    assertThat(history.rows()).extracting(Items.Change::field).last().isEqualTo("CREATED");
    assertThat(history.hasOlder()).isFalse();
  }

  @Test
  void theListIsAwaitedAsOneThingHoweverManyPagesItHas() {
    var slow = new ItemsPresenter(goods, waiting::add);
    slow.opened();
    waiting.remove(0).run(); // the departments
    waiting.remove(0).run();
    assertThat(slow.state().rows()).hasSize(3);
    assertThat(goods.listings).hasSize(1);

    goods.listings.get(0).run(); // given up in the window
    answers();

    assertThat(slow.state().rows()).as("what had come stays").hasSize(3);
    assertThat(slow.state().loading()).isFalse();
    assertThat(goods.listings).isEmpty();
    slow.opened();
    assertThat(goods.listings).hasSize(1);
    answers();
    assertThat(slow.state().rows()).hasSameSizeAs(goods.rows);
    assertThat(goods.listings).isEmpty();
  }

  @Test
  void theListThatIsReadAfterARepricingIsNotGivenUpEvenIfOneWentBackMeanwhile() {
    var unanswered = new Unanswered();
    var slow = new ItemsPresenter(unanswered.in(ItemActions.class, goods, "listing"), waiting::add);
    List<Runnable> set = new ArrayList<>();
    var repricing =
        new RepricePresenter(new PriceTags(), set::add, slow::repriced, slow::repricingRefused);
    slow.opened();
    assertThat(unanswered.said()).as("as it is read at first").contains(Awaited.Kind.READING);
    repricing.begin(List.of("100145"));
    repricing.preview(
        new Repricing.Rule(Repricing.Way.PERCENT, 50_000, 500_00, 0, Optional.empty()));
    new ArrayList<>(set).forEach(Runnable::run);
    set.clear();
    repricing.apply();
    repricing.back();

    set.forEach(Runnable::run);

    assertThat(unanswered.said()).contains(Awaited.Kind.SAVING);
    answers();
    assertThat(unanswered.said()).isEmpty();
    assertThat(slow.state().rows()).hasSameSizeAs(goods.rows);
  }

  @Test
  void whatIsClickedBeforeARepricingIsAnsweredOpens() {
    var slow = new ItemsPresenter(goods, waiting::add);
    slow.opened();
    answers();
    slow.chosen("100145");

    slow.repriced();
    answers();

    assertThat(slow.state().card()).map(ItemsState.Card::code).contains("100145");
    assertThat(slow.state().loading()).isFalse();
  }

  @Test
  void theItemBesideTheListShowsThePriceThatWasSetUnlessSomethingIsTyped() {
    presenter.chosen("100145");
    presenter.showHistory();
    goods.item = priced(3_700_00);

    presenter.repriced();

    assertThat(item().units().get(0).priceMinor()).isEqualTo(3_700_00L);
    assertThat(now().card().orElseThrow().history()).as("is read anew").isPresent();

    presenter.unsaved().of(() -> true, () -> {});
    goods.item = priced(3_800_00);
    presenter.repriced();

    assertThat(item().units().get(0).priceMinor()).isEqualTo(3_700_00L);
    assertThat(presenter.unsaved().isAsking()).isFalse();
  }

  @Test
  void aRepricingThatIsRefusedAfterOneWentBackIsSaidAndTheListReadAgain() {
    presenter.chosen("100145");
    int told = shown.size();

    presenter.repricingRefused(ServerRefusal.of(Status.ABORTED.asRuntimeException()));

    assertThat(now().refused()).map(ServerRefusal::reason).contains("ABORTED");
    assertThat(shown.subList(told, shown.size())).as("read").anyMatch(ItemsState::loading);
    assertThat(now().loading()).isFalse();
  }

  @Test
  void aScreenThatWasLeftReadsNothingAfterARepricing() {
    presenter.left();
    int told = shown.size();

    presenter.repriced();

    assertThat(shown).hasSize(told);
    assertThat(goods.listings).isEmpty();
  }

  @Test
  void nobodyWaitsForTheListOfAScreenThatWasLeft() {
    var slow = new ItemsPresenter(goods, waiting::add);
    slow.opened();

    slow.left();

    assertThat(goods.listings).isEmpty();
    assertThat(slow.state().loading()).isFalse();
  }

  @Test
  void whatWasGivenUpOrRefusedWasNotRead() {
    var slow = new ItemsPresenter(goods, waiting::add);
    slow.opened();
    slow.giveUp();
    answers();
    assertThat(slow.state().read()).isFalse();

    goods.refusal = Optional.of(ServerRefusal.of(Status.UNAVAILABLE.asRuntimeException()));
    slow.opened();
    answers();
    assertThat(slow.state().read()).isFalse();

    goods.refusal = Optional.empty();
    goods.rows.clear();
    slow.opened();
    answers();
    assertThat(slow.state().read()).as("there are none").isTrue();
  }

  @Test
  void whatComesAfterOneHasLeftIsLetGo() {
    List<Runnable> waiting = new ArrayList<>();
    var slow = new ItemsPresenter(goods, waiting::add);
    slow.opened();
    slow.left();

    waiting.forEach(Runnable::run);

    assertThat(slow.state().rows()).isEmpty();
  }

  private final List<Runnable> waiting = new ArrayList<>();

  private ItemsPresenter withAnItem() {
    var slow = new ItemsPresenter(goods, waiting::add);
    slow.opened();
    slow.chosen("100145");
    answers();
    return slow;
  }

  private void answers() {
    while (!waiting.isEmpty()) {
      waiting.remove(0).run();
    }
  }

  @Test
  void aPriceThatWasAwaitedWhenOneLeftIsSetWhenOneComesBack() {
    ItemsPresenter slow = withAnItem();
    slow.save(
        Optional.empty(),
        List.of(new Items.PriceTyped("pcs", null, OptionalLong.of(3_500_00))),
        Optional.empty());
    assertThat(slow.state().saving()).isTrue();
    slow.left();
    slow.opened();

    answers();

    assertThat(slow.state().saving()).isFalse();
    assertThat(slow.state().note()).contains("priced");
    slow.save(
        Optional.empty(),
        List.of(new Items.PriceTyped("pcs", null, OptionalLong.of(3_600_00))),
        Optional.empty());
    assertThat(goods.done).hasSize(2);
  }

  @Test
  void anAnswerThatComesWhileOneIsAwayEndsTheSavingToo() {
    ItemsPresenter slow = withAnItem();
    goods.refusal = Optional.of(ServerRefusal.of(Status.ABORTED.asRuntimeException()));
    slow.newDepartment("TELUR", "Telur", "BIASA");
    goods.refusal = Optional.empty();
    slow.left();

    answers();
    slow.opened();
    answers();

    assertThat(slow.state().saving()).isFalse();
    assertThat(slow.state().refused()).isPresent();
  }

  @Test
  void whoeverHasGoneBackToTheListIsNotLedToTheItemAgain() {
    ItemsPresenter slow = withAnItem();
    slow.save(
        Optional.empty(),
        List.of(new Items.PriceTyped("pcs", null, OptionalLong.of(3_500_00))),
        Optional.empty());
    slow.back();

    answers();

    assertThat(slow.state().card()).isEmpty();
    assertThat(slow.state().saving()).isFalse();
  }

  @Test
  void anItemThatWasMadeAndCannotBeReadIsNotMadeOnceMore() {
    presenter.newItem();
    goods.unread = Optional.of(ServerRefusal.of(Status.UNAVAILABLE.asRuntimeException()));

    presenter.save(with("Mi Goreng Baru", false, item().units()));
    assertThat(now().refused()).isPresent();
    assertThat(now().card().orElseThrow().code()).isEqualTo("100300");
    presenter.save(with("Mi Goreng Baru", false, item().units()));

    assertThat(goods.done).containsExactly("create Mi Goreng Baru");
    assertThat(now().note()).contains("nothing");
  }

  @Test
  void whatIsReadAfterASaveIsNotGivenUp() {
    var unanswered = new Unanswered();
    var slow = new ItemsPresenter(unanswered.in(ItemActions.class, goods, "item"), Runnable::run);
    slow.opened();
    slow.newItem();

    slow.save(slow.state().card().orElseThrow().read().item());

    assertThat(unanswered.said()).contains(Awaited.Kind.SAVING);
  }
}
