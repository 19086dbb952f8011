package id.lajur.pos.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.pos.printer.PrinterFile.Choice;
import id.lajur.pos.receipt.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterFileTest {
  private final Path folder;

  PrinterFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.1.53:9100", "file:/dev/usb/lp0", "file:\\\\pc\\printer"})
  void whatWasChosenIsThereAtTheNextStart(String address) throws Exception {
    var file = new PrinterFile(folder.resolve("printer"));
    assertThat(file.read()).isEmpty();

    file.write(new Choice("h:9100", Paper.MM80));
    file.write(new Choice(address, Paper.MM58));

    assertThat(new PrinterFile(folder.resolve("printer")).read())
        .contains(new Choice(address, Paper.MM58));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "printer = :1", "printer = h\npaper-mm = 70", "printer = /dev/lp0"})
  void whatSaysNoPrinterIsNotTaken(String text) throws Exception {
    Path at = folder.resolve("printer");
    Files.writeString(at, text);

    assertThatThrownBy(() -> new PrinterFile(at).read()).isInstanceOf(IOException.class);
  }

  @Test
  void aPortIsNamedAsItIsTyped() {
    for (String address : new String[] {"192.168.1.53:9100", "file:/dev/usb/lp0"}) {
      assertThat(PrinterPort.of(address).address()).isEqualTo(address);
    }
    assertThat(PrinterPort.of("printer").address()).isEqualTo("printer:9100");
  }
}
