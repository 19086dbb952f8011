package id.lajur.pos.screen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members and price levels on the basket, on F5. */
final class MemberPresenter {
  private static final int LEAST_CHARACTERS = 3;

  private final Desk desk;

  MemberPresenter(Desk desk) {
    this.desk = desk;
  }

  /** Opens the panel; alone it says that whoever is on the basket stays. */
  void start() {
    LaneState now = desk.state();
    if (!now.devices().serverIsAway()) {
      desk.open(new Panel.Member(MembersFound.NONE, 0));
      return;
    }
    Optional<MemberView> member = now.basket().member();
    desk.say(
        member.isPresent()
            ? Message.warn("memberStays", Map.of("name", member.get().name()))
            : Message.warn("memberAway", Map.of()));
  }

  /** Enter searches or takes the marked one, F8 takes off, F10 leads to the price levels. */
  void key(LaneKey key, Panel.Member panel) {
    switch (key) {
      case ENTER -> enter(panel);
      case F5 -> desk.close(Message.READY);
      case F8 -> takeOff();
      case F10 -> askLevels(panel);
      default -> {}
    }
  }

  /** Letters typed mean another search. */
  void typed() {
    desk.show(desk.state().withPanel(new Panel.Member(MembersFound.NONE, 0)));
  }

  private void enter(Panel.Member panel) {
    String text = desk.state().form().text().strip();
    if (text.isEmpty() && panel.size() > 0) {
      put(panel.found().members().get(panel.chosen()));
    } else if (text.length() < LEAST_CHARACTERS) {
      desk.say(Message.info("panel.Member", Map.of()));
    } else if (!desk.work.isBusy()) {
      desk.work.ahead(
          () -> desk.lane.findMembers(text), found -> found(text, found), desk::refused);
    }
  }

  private void found(String text, MembersFound found) {
    if (!(desk.state().panel() instanceof Panel.Member)
        || !text.equals(desk.state().form().text().strip())) {
      return; // the cashier has gone on
    }
    if (found.members().isEmpty()) {
      desk.show(desk.state().withForm(desk.state().form().with("")));
      desk.say(Message.error("memberNone", Map.of("text", text)));
      return;
    }
    var several = new Panel.Member(found, 0);
    desk.show(desk.state().withPanel(several).withForm(Forms.of(several)));
    if (found.members().size() == 1) {
      put(found.members().get(0));
    } else {
      String count = desk.formats().count(found.members().size());
      desk.say(Message.info(found.more() ? "memberMore" : "memberWhich", Map.of("n", count)));
    }
  }

  private void put(MembersFound.Match member) {
    desk.act(
        approval -> desk.lane.setMember(member.number(), approval),
        desk.about(Optional.empty(), Matter.of(member.name())),
        Message.ok("memberSet", Map.of("name", member.name(), "level", member.level())));
  }

  private void takeOff() {
    if (!desk.state().basket().hasBuyer()) {
      desk.say(Message.info("memberNobody"));
      return;
    }
    desk.act(
        approval -> desk.lane.setMember("", approval),
        desk.about(Optional.empty(), Matter.NONE),
        Message.ok("memberOff", Map.of()));
  }

  private void askLevels(Panel.Member asked) {
    if (!desk.work.isBusy()) {
      desk.work.ahead(desk.lane::priceLevels, found -> levels(asked, found), desk::refused);
    }
  }

  private void levels(Panel.Member asked, List<PriceLevelView> found) {
    if (!desk.state().panel().equals(asked)) {
      return;
    }
    String now = desk.state().basket().level();
    int at = 0;
    for (int i = 0; i < found.size(); i++) {
      at = found.get(i).name().equals(now) ? i : at;
    }
    desk.open(new Panel.PriceLevels(found, at));
  }

  /** Enter sells the basket at the marked level. */
  void enter(Panel.PriceLevels panel) {
    PriceLevelView level = panel.levels().get(panel.chosen());
    desk.act(
        approval -> desk.lane.setPriceLevel(level.code(), approval),
        desk.about(Optional.empty(), Matter.of(level.name())),
        Message.ok("levelSet", Map.of("level", level.name())));
  }
}
