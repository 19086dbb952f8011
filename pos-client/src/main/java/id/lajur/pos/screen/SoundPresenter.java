package id.lajur.pos.screen;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The lane's sounds, each on or off; kept on this lane for its next start. */
final class SoundPresenter {
  private final Desk desk;
  private final LaneActions lane;
  private final WorkQueue work;

  SoundPresenter(Desk desk) {
    this.desk = desk;
    this.lane = desk.lane;
    this.work = desk.work;
  }

  void start(Panel.Printer setUp) {
    desk.open(new Panel.Sounds(setUp, desk.state().form(), 0));
  }

  /** Back to the set-up, as it was. */
  void leave(Panel.Sounds panel) {
    desk.show(
        desk.state()
            .withPanel(panel.covered())
            .withForm(panel.form())
            .withMessage(Message.info("panel.Printer")));
  }

  /** Switches the marked sound; it is another one only once it is kept. */
  void enter(Panel.Sounds panel) {
    if (work.isBusy()) {
      return;
    }
    LaneSound sound = panel.sound();
    Set<LaneSound> heard = EnumSet.noneOf(LaneSound.class);
    heard.addAll(desk.state().devices().sounds());
    boolean on = heard.add(sound);
    if (!on) {
      heard.remove(sound);
    }
    work.ahead(
        () -> lane.useSounds(heard),
        nothing -> {
          LaneState now = desk.state();
          desk.show(
              now.withDevices(now.devices().withSounds(heard))
                  .withMessage(Message.ok(on ? "soundOn" : "soundOff", Map.of())));
        },
        desk::refused);
  }
}
