package id.lajur.pos.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.lane.WaitingBaskets;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.sale.v1.VoidBasketRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasketTurnsTest {
  private static final BasketRef BASKET = BasketRef.newBuilder().setBasketId("b").build();

  private static BasketTurns read(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return BasketTurns.read(in);
    }
  }

  private static BasketTurns keptAndRead(BasketTurns turns) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      turns.write(out);
    }
    return read(bytes.toByteArray());
  }

  @Test
  void whatWasAskedIsReadAsItWasKept() throws IOException {
    BasketTurns suspended =
        BasketTurns.suspended(
            SuspendBasketRequest.newBuilder().setRequestId("s").setBasket(BASKET).build());

    assertThat(suspended.requests()).hasSize(2);
    for (BasketTurns turns :
        List.of(
            BasketTurns.NONE,
            suspended,
            BasketTurns.resumed(WaitingBaskets.resumption("b")),
            BasketTurns.voided(
                VoidBasketRequest.newBuilder().setRequestId("v").setBasket(BASKET).build()))) {
      assertThat(keptAndRead(turns)).isEqualTo(turns);
    }
  }

  @Test
  void aFileFromBeforeThereWereAnyHasNone() throws IOException {
    assertThat(read(new byte[0])).isEqualTo(BasketTurns.NONE);
  }
}
