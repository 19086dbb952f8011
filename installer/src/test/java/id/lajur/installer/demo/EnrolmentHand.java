package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.enrolment.EnrolmentWindow;
import id.lajur.kit.enrolment.Taken;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.theme.Theme;
import id.lajur.server.people.MachineRegister;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JTextField;

/** Whoever sets up a machine: address, code, and the end of the fingerprint, in the window. */
final class EnrolmentHand {
  private static final Duration LONG = Duration.ofSeconds(30);

  private EnrolmentHand() {}

  /**
   * Makes a place and has a new machine take it.
   *
   * @param folder of the machine
   */
  static MachineIdentity enrol(DemoStore store, String place, String name, Path folder)
      throws Exception {
    var register =
        new MachineRegister(
            store.server().database().jdbi(), store.server().authority(), "the day's test");
    register.add(place, name, "LANE");
    MachineRegister.Code code = register.makeCode(place, false);
    var settings =
        new EnrolmentWindow.Settings(
            Platform.here(), folder, "", List.of(), Language.ENGLISH, Theme.LIGHT, false);
    CompletableFuture<Optional<Taken>> taken =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return EnrolmentWindow.run(settings);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    type("enrol.address", "127.0.0.1:" + store.server().port());
    Component fingerprint = named("enrol.fingerprint");
    assertThat(LaneHand.onScreen(() -> fingerprint.getAccessibleContext().getAccessibleName()))
        .isEqualTo(code.authority());
    type("enrol.code", code.code());
    type("enrol.digits", code.authority().substring(code.authority().length() - 4));
    enter(named("enrol.place"));

    assertThat(taken.get(LONG.toSeconds(), TimeUnit.SECONDS))
        .contains(new Taken(DemoStore.NAME, true, place, name));
    return MachineIdentity.read(folder);
  }

  private static void type(String field, String text) throws Exception {
    Component into = named(field);
    await().atMost(LONG).until(() -> LaneHand.onScreen(into::isEnabled));
    LaneHand.onScreen(
        () -> {
          ((JTextField) into).setText(text);
          return true;
        });
    enter(into);
  }

  private static void enter(Component at) throws Exception {
    LaneHand.onScreen(
        () -> {
          for (int kind : new int[] {KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED}) {
            at.dispatchEvent(
                new KeyEvent(at, kind, System.currentTimeMillis(), 0, KeyEvent.VK_ENTER, '\n'));
          }
          return true;
        });
  }

  /** The component of a name; waits until the window shows it. */
  private static Component named(String name) throws Exception {
    await().atMost(LONG).until(() -> LaneHand.onScreen(() -> find(name).isPresent()));
    return LaneHand.onScreen(() -> find(name).orElseThrow());
  }

  private static Optional<Component> find(String name) {
    return Stream.of(Frame.getFrames())
        .filter(frame -> "enrolment".equals(frame.getName()) && frame.isShowing())
        .flatMap(EnrolmentHand::all)
        .filter(each -> name.equals(each.getName()) && each.isShowing())
        .findFirst();
  }

  private static Stream<Component> all(Component from) {
    Stream<Component> inner =
        from instanceof Container container
            ? Stream.of(container.getComponents()).flatMap(EnrolmentHand::all)
            : Stream.empty();
    return Stream.concat(Stream.of(from), inner);
  }
}
