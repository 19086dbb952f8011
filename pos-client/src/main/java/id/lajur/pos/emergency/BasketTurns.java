package id.lajur.pos.emergency;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.WaitingBaskets;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.sale.v1.VoidBasketRequest;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server was asked to do with a whole basket and did not answer. It is asked again under
 * the same request ids once the server is back, so that a request on its way still does not turn
 * the basket under the lane's hands.
 *
 * @param requests SuspendBasketRequest, ResumeBasketRequest or VoidBasketRequest, in their order
 */
record BasketTurns(List<MessageLite> requests) {
  static final BasketTurns NONE = new BasketTurns(List.of());

  private static final int MOST = 2;
  private static final int MOST_BYTES = 1 << 16;

  BasketTurns {
    requests = List.copyOf(requests);
  }

  /** A basket that may have been put aside; the lane goes on with it, so it is fetched again. */
  static BasketTurns suspended(SuspendBasketRequest request) {
    return new BasketTurns(
        List.of(request, WaitingBaskets.resumption(request.getBasket().getBasketId())));
  }

  static BasketTurns resumed(ResumeBasketRequest request) {
    return new BasketTurns(List.of(request));
  }

  static BasketTurns voided(VoidBasketRequest request) {
    return new BasketTurns(List.of(request));
  }

  boolean isEmpty() {
    return requests.isEmpty();
  }

  /**
   * Asks for them, each as before.
   *
   * @return whether the lane has the basket open after it
   * @throws ServerRefusal the server's no to one of them, or its absence
   */
  boolean ask(Lane lane) {
    Basket basket = Basket.getDefaultInstance();
    for (MessageLite request : requests) {
      if (request instanceof SuspendBasketRequest suspension) {
        int unused = lane.waiting().suspend(suspension);
      } else if (request instanceof ResumeBasketRequest resumption) {
        basket = lane.waiting().resume(resumption);
      } else {
        lane.voidBasket((VoidBasketRequest) request);
      }
    }
    return basket.getState() == BasketState.BASKET_STATE_OPEN;
  }

  /** Whether the basket was to be given up. */
  boolean isVoid() {
    return requests.stream().anyMatch(VoidBasketRequest.class::isInstance);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(requests.size());
    for (MessageLite request : requests) {
      byte[] bytes = request.toByteArray();
      out.writeByte(
          request instanceof SuspendBasketRequest
              ? 'S'
              : request instanceof ResumeBasketRequest ? 'R' : 'V');
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  /** None where what was kept ends, as it did before there were any. */
  static BasketTurns read(DataInputStream in) throws IOException {
    int count = Math.max(0, in.read());
    if (count > MOST) {
      throw new InvalidProtocolBufferException(count + " turns of one basket");
    }
    List<MessageLite> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = in.readByte();
      int length = in.readInt();
      if (length < 0 || length > MOST_BYTES) {
        throw new InvalidProtocolBufferException("a turn of " + length + " bytes");
      }
      byte[] bytes = in.readNBytes(length);
      requests.add(
          switch (kind) {
            case 'S' -> SuspendBasketRequest.parseFrom(bytes);
            case 'R' -> ResumeBasketRequest.parseFrom(bytes);
            case 'V' -> VoidBasketRequest.parseFrom(bytes);
            default -> throw new InvalidProtocolBufferException("a turn of kind " + kind);
          });
    }
    return new BasketTurns(requests);
  }
}
