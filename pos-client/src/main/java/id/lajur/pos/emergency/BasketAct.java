package id.lajur.pos.emergency;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.ChangeQuantityRequest;
import id.lajur.sale.v1.VoidLineRequest;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One act on the basket at hand, with its request id from the beginning: done by the lane alone, it
 * is asked of the server later, and one whose answer was lost is asked again, not done twice.
 *
 * @param request an AddLineRequest, ChangeQuantityRequest or VoidLineRequest; it names its basket
 *     once it has been asked
 * @param lineId that the line has at the lane; 0 while it has none
 */
record BasketAct(MessageLite request, int lineId) {
  private static final int MOST_BYTES = 1 << 16;

  static BasketAct add(String code, long quantityMilli, String approvalId) {
    return new BasketAct(
        AddLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setCode(code)
            .setQuantityMilli(quantityMilli)
            .setApprovalId(approvalId)
            .build(),
        0);
  }

  static BasketAct changeQuantity(int lineId, long quantityMilli, String approvalId) {
    return new BasketAct(
        ChangeQuantityRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setLineId(lineId)
            .setQuantityMilli(quantityMilli)
            .setApprovalId(approvalId)
            .build(),
        lineId);
  }

  static BasketAct voidLine(int lineId, String reason, String approvalId) {
    return new BasketAct(
        VoidLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setLineId(lineId)
            .setReason(reason)
            .setApprovalId(approvalId)
            .build(),
        lineId);
  }

  boolean addsLine() {
    return request instanceof AddLineRequest;
  }

  /** Whether it has been asked, so that it must be asked again as it was. */
  boolean isAsked() {
    if (request instanceof AddLineRequest add) {
      return add.hasBasket();
    }
    return request instanceof ChangeQuantityRequest change
        ? change.hasBasket()
        : ((VoidLineRequest) request).hasBasket();
  }

  BasketAct at(int laneLineId) {
    return new BasketAct(request, laneLineId);
  }

  /**
   * As it is asked of the server.
   *
   * @param serverLineId that the line has there; of no meaning to one that adds it
   */
  BasketAct onto(BasketRef basket, int serverLineId) {
    MessageLite asked;
    if (request instanceof AddLineRequest add) {
      asked = add.toBuilder().setBasket(basket).build();
    } else if (request instanceof ChangeQuantityRequest change) {
      asked = change.toBuilder().setBasket(basket).setLineId(serverLineId).build();
    } else {
      asked =
          ((VoidLineRequest) request).toBuilder().setBasket(basket).setLineId(serverLineId).build();
    }
    return new BasketAct(asked, lineId);
  }

  /**
   * @return the line that was added; an empty one for the other acts
   */
  BasketLine ask(Lane lane) {
    if (request instanceof AddLineRequest add) {
      return lane.add(add);
    }
    if (request instanceof ChangeQuantityRequest change) {
      lane.changeQuantity(change);
    } else {
      lane.voidLine((VoidLineRequest) request);
    }
    return BasketLine.getDefaultInstance();
  }

  void write(DataOutputStream out) throws IOException {
    byte[] bytes = request.toByteArray();
    out.writeByte(
        request instanceof AddLineRequest ? 'A' : request instanceof VoidLineRequest ? 'V' : 'Q');
    out.writeInt(lineId);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static BasketAct read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    int lineId = in.readInt();
    int length = in.readInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new InvalidProtocolBufferException("an act of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    return new BasketAct(
        switch (kind) {
          case 'A' -> AddLineRequest.parseFrom(bytes);
          case 'V' -> VoidLineRequest.parseFrom(bytes);
          case 'Q' -> ChangeQuantityRequest.parseFrom(bytes);
          default -> throw new InvalidProtocolBufferException("an act of kind " + kind);
        },
        lineId);
  }
}
