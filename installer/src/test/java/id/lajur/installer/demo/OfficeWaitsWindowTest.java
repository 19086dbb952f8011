package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.shell.OfficeState;
import id.lajur.backoffice.shell.OfficeWindow;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.purchasing.v1.ListSuppliersRequest;
import id.lajur.purchasing.v1.SupplierServiceGrpc;
import id.lajur.server.security.Authority;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A desk whose server is held up: somebody else has locked a table in the database. */
@CacioTest
class OfficeWaitsWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  @RegisterExtension static final DemoShop shop = new DemoShop();

  private static final String OPERATOR = "481";
  private static final String PIN = "8642";

  private final Queue<String> ended = new ConcurrentLinkedQueue<>(); // by this side

  @AfterEach
  void endWatch() {
    SwingThreadWatch.uninstall();
  }

  @Test
  void aReadIsGivenUpAtTheServerTooAndWhatIsSavedGoesOn(@TempDir Path folder) throws Exception {
    SwingThreadWatch watch = LaneHand.onScreen(SwingThreadWatch::install);
    shop.store().server().setup().addOperator(OPERATOR, "Ratna", "OWNER", PIN.toCharArray(), "en");
    try (OfficeWindow office = office(connect("W81"), folder);
        Handle other = shop.store().server().database().jdbi().open()) {
      var hand = new OfficeHand(office);
      hand.alone().signOn(OPERATOR, PIN).go(5, "partners");
      hand.until(() -> rows(hand).getRowCount() == 1, "the suppliers");

      other.execute("LOCK TABLES supplier WRITE");
      hand.press(KeyEvent.VK_F5).until(() -> says(hand, "Loading…"), "the word");
      hand.picture("office-waits");
      assertThat(ended).isEmpty();
      hand.focus("suppliers").press(KeyEvent.VK_ESCAPE);
      hand.until(() -> !isAwaiting(hand), "its end");
      hand.picture("office-given-up");
      assertThat(ended).contains(SupplierServiceGrpc.getListSuppliersMethod().getFullMethodName());
      assertThat(LaneHand.onScreen(() -> rows(hand).getRowCount())).isEqualTo(1);
      other.execute("UNLOCK TABLES");
      ended.clear();

      hand.press(KeyEvent.VK_DOWN)
          .press(KeyEvent.VK_F4)
          .until(() -> find(hand, "supplier.name"), "the form");
      LaneHand.onScreen(
          () -> {
            ((JTextField) hand.find("supplier.name")).setText("PT Contoh Sejahtera");
            return hand;
          });
      other.execute("LOCK TABLES supplier WRITE");
      hand.press(KeyEvent.VK_F12).until(() -> says(hand, "Saving… one moment"), "the word");
      hand.picture("office-saves");
      assertThat(LaneHand.onScreen(() -> find(hand, "wait.giveUp"))).isFalse();
      other.execute("UNLOCK TABLES");
      hand.until(() -> rows(hand).getValueAt(0, 1).equals("PT Contoh Sejahtera"), "the name");
      hand.until(() -> !isAwaiting(hand), "its end");
      assertThat(ended).isEmpty();
      watch.assertClean();
    }
  }

  @Test
  void aSignOnIsGivenUpAtTheServerTooAndNobodyIsSignedOn(@TempDir Path folder) throws Exception {
    SwingThreadWatch watch = LaneHand.onScreen(SwingThreadWatch::install);
    shop.store().server().setup().addOperator("482", "Ratna", "OWNER", PIN.toCharArray(), "en");
    try (StoreConnection connection = connect("W83");
        OfficeWindow office = office(connection, folder);
        Handle other = shop.store().server().database().jdbi().open()) {
      var hand = new OfficeHand(office);
      other.execute("LOCK TABLES operator WRITE");
      hand.alone().focus("signon.number").type("482").press(KeyEvent.VK_ENTER);
      hand.until(() -> hand.find("signon.pin").isFocusOwner(), "the PIN's turn");
      hand.type(PIN).press(KeyEvent.VK_ENTER);
      hand.until(() -> find(hand, "signon.giveUp"), "the key that gives it up");
      hand.picture("office-signon-waits");
      assertThat(ended).isEmpty();

      hand.press(KeyEvent.VK_ESCAPE);
      hand.until(() -> !office.state().waiting(), "its end");
      assertThat(ended).contains(SessionServiceGrpc.getSignOnMethod().getFullMethodName());
      other.execute("UNLOCK TABLES");
      assertThat(connection.isSignedOn()).isFalse();
      assertThat(LaneHand.onScreen(() -> office.state().note())).contains("signon.givenUp");

      hand.type(PIN).press(KeyEvent.VK_ENTER);
      hand.until(() -> office.state().phase() == OfficeState.Phase.AT_WORK, "the work");
      watch.assertClean();
    }
  }

  @Test
  void aCallThatAScreenMadeOnItsOwnThreadWouldBeFound() throws Exception {
    try (StoreConnection connection = connect("W82")) {
      var stub = SupplierServiceGrpc.newBlockingStub(connection.channel());

      Throwable found =
          LaneHand.onScreen(
              () ->
                  catchThrowable(
                      () -> stub.listSuppliers(ListSuppliersRequest.getDefaultInstance())));

      assertThat(found).hasMessageEndingWith("ListSuppliers on the event thread");
    }
  }

  private StoreConnection connect(String desk) {
    DemoStore store = shop.store();
    Authority.Identity made = store.server().setup().addTerminal(desk, "Kantor", "BACK_OFFICE");
    var machine =
        new MachineIdentity(
            store.server().authority().certificatePem(), made.certificatePem(), made.keyPem());
    return new StoreConnection("127.0.0.1", store.server().port(), machine, new Ends());
  }

  private OfficeWindow office(StoreConnection connection, Path folder) throws InterruptedException {
    return OfficeWindow.open(
        connection,
        new OfficeWindow.Settings(
            Language.ENGLISH, Theme.LIGHT, folder, InstantSource.system(), false, 100));
  }

  private static JTable rows(OfficeHand hand) {
    return (JTable) hand.find("suppliers");
  }

  private static boolean says(OfficeHand hand, String words) {
    return ((JLabel) hand.find("wait.words")).getText().equals(words);
  }

  private static boolean isAwaiting(OfficeHand hand) {
    return find(hand, "wait");
  }

  private static boolean find(OfficeHand hand, String name) {
    try {
      return hand.find(name).isShowing();
    } catch (java.util.NoSuchElementException none) {
      return false;
    }
  }

  /** Hears which calls this side ends before their answer; streams end with their screen. */
  private final class Ends implements ClientInterceptor {
    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {
          if (method.getType() == MethodDescriptor.MethodType.UNARY) {
            ended.add(method.getFullMethodName());
          }
          super.cancel(message, cause);
        }
      };
    }
  }
}
