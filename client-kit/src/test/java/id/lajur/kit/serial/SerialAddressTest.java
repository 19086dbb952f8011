package id.lajur.kit.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialAddressTest {
  @Test
  void aPortIsNamedWithItsBaudOrWithout() {
    assertThat(SerialAddress.of("COM3")).isEqualTo(new SerialAddress("COM3", 9_600));
    assertThat(SerialAddress.of("/dev/ttyUSB0@115200"))
        .isEqualTo(new SerialAddress("/dev/ttyUSB0", 115_200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@9600", "COM3@", "COM3@fast", "COM3@300", "COM3@9999999"})
  void whatIsNone(String text) {
    assertThatThrownBy(() -> SerialAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
