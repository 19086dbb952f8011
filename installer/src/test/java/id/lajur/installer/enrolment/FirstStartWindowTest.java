package id.lajur.installer.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.connection.KnownServers;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.ServerAddress;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.enrolment.EnrolmentWindow;
import id.lajur.kit.enrolment.Taken;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.announce.Announcement;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.people.MachineRegister;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody unpacks a machine and starts the program: a real window, a real server. */
@CacioTest
class FirstStartWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final String HOST = "127.0.0.1";

  @TempDir private static Path data = Path.of("");
  private static StoreServer store;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void aStore() {
    store =
        StoreServer.start(
            new ServerConfig(
                data.resolve("store"),
                HOST,
                0,
                new DatabaseSettings.Embedded(data.resolve("store"), 256)),
            new StoreProfile(
                "UJI", "Toko Uji", "Jl. Uji 1", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
            Clock.systemUTC());
  }

  @AfterAll
  static void end() {
    store.close();
  }

  @AfterEach
  void endWatch() {
    SwingThreadWatch.uninstall();
  }

  private static MachineRegister.Code code(String place) throws Exception {
    var register = new MachineRegister(store.database().jdbi(), store.authority(), "test");
    register.add(place, "Kasir " + place, "LANE");
    return register.makeCode(place, false);
  }

  /** Every look for {@code lajur screens}; else the two that differ in all of it. */
  static Stream<Arguments> looks() {
    return "all".equals(System.getProperty("lajur.screens"))
        ? Stream.of(Language.values())
            .flatMap(language -> Stream.of(Theme.values()).map(theme -> arguments(theme, language)))
        : Stream.of(
            arguments(Theme.LIGHT, Language.INDONESIAN), arguments(Theme.DARK, Language.ENGLISH));
  }

  /** Part of a place's code, another one in each look. */
  private static String in(Theme theme, Language language) {
    return (theme == Theme.DARK ? "1" : "0") + (language == Language.ENGLISH ? "1" : "0");
  }

  private CompletableFuture<Optional<Taken>> window(
      List<InetAddress> networks, Theme theme, Language language) {
    var settings =
        new EnrolmentWindow.Settings(
            Platform.here(), folder.resolve("machine"), "", networks, language, theme, false);
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return EnrolmentWindow.run(settings);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static <R> R onScreen(Callable<R> work) throws Exception {
    var task = new FutureTask<>(work);
    SwingUtilities.invokeLater(task);
    return task.get(30, TimeUnit.SECONDS);
  }

  private static Optional<Frame> frame() {
    return Arrays.stream(Frame.getFrames())
        .filter(frame -> "enrolment".equals(frame.getName()) && frame.isShowing())
        .findFirst();
  }

  private static List<Component> all(Component from) {
    List<Component> found = new ArrayList<>(List.of(from));
    if (from instanceof Container container) {
      Stream.of(container.getComponents()).forEach(each -> found.addAll(all(each)));
    }
    return found;
  }

  private static <C extends Component> Stream<C> shown(Class<C> kind) {
    return frame().stream()
        .flatMap(frame -> all(frame).stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(Component::isShowing);
  }

  /** The component of a name; waits until the window shows it. */
  private static Component named(String name) throws Exception {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> onScreen(() -> shown(Component.class).anyMatch(c -> name.equals(c.getName()))));
    return onScreen(
        () ->
            shown(Component.class).filter(c -> name.equals(c.getName())).findFirst().orElseThrow());
  }

  private static void type(String field, String text) throws Exception {
    Component into = named(field);
    await().atMost(Duration.ofSeconds(30)).until(() -> onScreen(into::isEnabled));
    onScreen(
        () -> {
          ((JTextField) into).setText(text);
          return true;
        });
    press(into, KeyEvent.VK_ENTER);
  }

  private static void press(Component at, int key) throws Exception {
    onScreen(
        () -> {
          for (int kind : new int[] {KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED}) {
            at.dispatchEvent(
                new KeyEvent(at, kind, System.currentTimeMillis(), 0, key, (char) key));
          }
          return true;
        });
  }

  private static String buttons() throws Exception {
    return onScreen(() -> shown(JButton.class).map(JButton::getText).toList().toString());
  }

  private static void picture(String what, Theme theme, Language language) throws Exception {
    Frame frame = frame().orElseThrow();
    for (int[] size : new int[][] {{1024, 768}, {1920, 1080}}) {
      BufferedImage image =
          onScreen(
              () -> {
                frame.setSize(size[0], size[1]);
                frame.validate();
                var taken = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
                var g = taken.createGraphics();
                frame.paint(g);
                g.dispose();
                return taken;
              });
      Path pictures = Files.createDirectories(Path.of("target", "screens"));
      String name =
          "enrolment-%s-%s-%s-%dx%d.png"
              .formatted(
                  what, theme.name().toLowerCase(Locale.ROOT), language.tag(), size[0], size[1]);
      ImageIO.write(image, "png", pictures.resolve(name).toFile());
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aNewMachineFindsItsStoreComparesAndTakesItsPlace(Theme theme, Language language)
      throws Exception {
    SwingThreadWatch watch = onScreen(SwingThreadWatch::install);
    String place = "L" + in(theme, language);
    MachineRegister.Code code = code(place);
    var config =
        new ServerConfig(data, HOST, store.port(), true, new DatabaseSettings.Embedded(data, 256));
    try (Announcement announcement =
        Announcement.of(config, store.port(), store.setup().storeName())) {
      assertThat(announcement).isNotNull();
      var taken = window(List.of(InetAddress.getLoopbackAddress()), theme, language);
      named("enrol.address");
      picture("search", theme, language);
      String found = "Toko Uji, " + HOST + ":" + store.port();
      await().atMost(Duration.ofSeconds(30)).until(() -> buttons().contains(found));
      picture("server", theme, language);
      onScreen(
          () -> {
            shown(JButton.class)
                .filter(button -> found.equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .doClick();
            return true;
          });

      Component shows = named("enrol.fingerprint");
      assertThat(onScreen(() -> shows.getAccessibleContext().getAccessibleName()))
          .isEqualTo(code.authority());
      picture("code", theme, language);
      type("enrol.code", code.code());
      type("enrol.digits", code.authority().substring(code.authority().length() - 4));
      named("enrol.place");
      picture("done", theme, language);
      press(named("enrol.place"), KeyEvent.VK_ENTER);

      assertThat(taken.get(30, TimeUnit.SECONDS))
          .contains(new Taken("Toko Uji", true, place, "Kasir " + place));
    }
    assertThat(terminal()).isEqualTo(place);
    assertThat(KnownServers.read(folder.resolve("machine")))
        .containsExactly(new ServerAddress(HOST, store.port()));
    watch.assertClean();
  }

  private String terminal() throws IOException {
    Path machine = folder.resolve("machine");
    try (StoreConnection connection =
        new StoreConnection(KnownServers.read(machine), MachineIdentity.read(machine))) {
      return connection
          .ask(
              () ->
                  SessionServiceGrpc.newBlockingStub(connection.channel())
                      .getTerminal(GetTerminalRequest.newBuilder().setContractLevel(1).build()))
          .getTerminal()
          .getCode();
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aWrongAddressACodeOfAnotherDayAndAClosedWindowLeaveNothingBehind(
      Theme theme, Language language) throws Exception {
    MachineRegister.Code code = code("M" + in(theme, language));
    var taken = window(List.of(), theme, language);

    type("enrol.address", HOST + ":1");
    await().atMost(Duration.ofSeconds(30)).until(() -> onScreen(named("enrol.address")::isEnabled));
    picture("away", theme, language);
    type("enrol.address", HOST + ":" + store.port());
    named("enrol.fingerprint");
    type("enrol.code", "AAAA-AAAA");
    type("enrol.digits", code.authority().substring(code.authority().length() - 4));
    await().atMost(Duration.ofSeconds(30)).until(() -> onScreen(named("enrol.code")::isEnabled));
    picture("wrong-code", theme, language);
    onScreen(
        () -> {
          frame().orElseThrow().dispose();
          return true;
        });

    assertThat(taken.get(30, TimeUnit.SECONDS)).isEmpty();
    assertThat(MachineIdentity.isIn(folder.resolve("machine"))).isFalse();
  }
}
