package id.lajur.kit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
  private static final PrivateKey KEY = Pem.newKey().getPrivate();

  @Test
  void aKeyIsReadAsItWasWritten() {
    assertThat(Pem.privateKey(Pem.of(KEY))).isEqualTo(KEY);
  }

  @Test
  void aKeyThatPassedThroughAnotherEditorIsReadToo() {
    assertThat(Pem.privateKey(Pem.of(KEY).replace("\n", "\r\n"))).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n"
      })
  void whatIsNoKeyIsRefused(String pem) {
    assertThatThrownBy(() -> Pem.privateKey(pem)).isInstanceOf(IllegalArgumentException.class);
  }
}
