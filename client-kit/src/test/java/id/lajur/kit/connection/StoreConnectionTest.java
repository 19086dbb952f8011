package id.lajur.kit.connection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is no certificate is said at once, in one way. */
class StoreConnectionTest {
  @Test
  void anIdentityThatIsNoCertificateIsRefused() {
    var identity = new MachineIdentity("garbage", "garbage", "garbage");

    assertThatThrownBy(() -> new StoreConnection("127.0.0.1", 1, identity))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("certificate cannot be used");
  }
}
