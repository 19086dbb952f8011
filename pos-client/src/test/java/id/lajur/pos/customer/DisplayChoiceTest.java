package id.lajur.pos.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.kit.serial.SerialAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayChoiceTest {
  @Test
  void displaysAsPeopleNameThem() {
    assertThat(DisplayChoice.of("window")).isEqualTo(new DisplayChoice.Window(0));
    assertThat(DisplayChoice.of("window:2")).isEqualTo(new DisplayChoice.Window(2));
    assertThat(DisplayChoice.of("cd5220:/dev/ttyUSB1"))
        .isEqualTo(
            new DisplayChoice.Pole(PoleDialect.CD5220, new SerialAddress("/dev/ttyUSB1", 9_600)));
    assertThat(DisplayChoice.of("dsp800:COM3"))
        .isEqualTo(new DisplayChoice.Pole(PoleDialect.DSP800, new SerialAddress("COM3", 9_600)));
    assertThat(DisplayChoice.of("epson:COM4@19200"))
        .isEqualTo(new DisplayChoice.Pole(PoleDialect.EPSON, new SerialAddress("COM4", 19_200)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "window:", "window:0", "window:two", "cd5220", "cd5220:", "pole:COM1"})
  void whatIsNone(String text) {
    assertThatThrownBy(() -> DisplayChoice.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
