package id.lajur.pos.lane;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.PayRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaleInDoubtTest {
  private static final PayRequest PAYMENT =
      PayRequest.newBuilder()
          .setRequestId("0197-1")
          .setBasket(BasketRef.newBuilder().setBasketId("B1").setGeneration(1).setVersion(3))
          .setTotalMinor(7_000_00)
          .addAllTenders(Lane.cash(10_000_00))
          .build();

  private Path file = Path.of("");
  private SaleInDoubt inDoubt = new SaleInDoubt(file);

  @BeforeEach
  void inAFolder(@TempDir Path folder) {
    file = folder.resolve("in-doubt");
    inDoubt = new SaleInDoubt(file);
  }

  @Test
  void aPaymentOutlivesItsLaneToTheLastByte() throws IOException {
    inDoubt.keep("shift 1", PAYMENT);

    assertThat(new SaleInDoubt(file).read()).contains(new SaleInDoubt.Asked("shift 1", PAYMENT));
  }

  @Test
  void aShorterPaymentReplacesALongerOne() throws IOException {
    inDoubt.keep("shift 1", PAYMENT);
    PayRequest shorter = PAYMENT.toBuilder().clearTenders().build();
    inDoubt.keep("shift 1", shorter);

    assertThat(inDoubt.read()).contains(new SaleInDoubt.Asked("shift 1", shorter));
  }

  @Test
  void whatIsSettledIsInDoubtNoMore() throws IOException {
    assertThat(inDoubt.read()).isEmpty();
    inDoubt.keep("shift 1", PAYMENT);
    inDoubt.settled();

    assertThat(inDoubt.read()).isEmpty();
  }

  @Test
  void aPaymentThatWasCutOffOrDamagedNeverWentOut() throws IOException {
    inDoubt.keep("shift 1", PAYMENT);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(inDoubt.read()).as("%s bytes", length).isEmpty();
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x41;
      Files.write(file, damaged);
      assertThat(inDoubt.read()).as("byte %s", at).isEmpty();
    }
  }
}
