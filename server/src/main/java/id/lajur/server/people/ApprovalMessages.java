package id.lajur.server.people;

import id.lajur.people.v1.ApprovalRequest;
import id.lajur.people.v1.ApprovalState;
import id.lajur.people.v1.RequestApprovalRequest;
import id.lajur.server.wire.Texts;
import java.util.Objects;

/** Requests for approval, to and from the wire. */
final class ApprovalMessages {
  private ApprovalMessages() {}

  /** What a lane says that it is about; none of a lane that says nothing. */
  static ApprovalMatter matter(RequestApprovalRequest request) {
    if (!request.hasMatter()) {
      return ApprovalMatter.NONE;
    }
    id.lajur.people.v1.ApprovalMatter told = request.getMatter();
    return new ApprovalMatter(
            Texts.plain(told.getItemName()),
            told.getQuantityMilli(),
            told.hasPriceMinor() ? told.getPriceMinor() : null,
            told.hasNewPriceMinor() ? told.getNewPriceMinor() : null,
            told.getPercentMicro(),
            told.hasBasketMinor() ? told.getBasketMinor() : null)
        .checked();
  }

  private static id.lajur.people.v1.ApprovalMatter of(ApprovalMatter matter) {
    id.lajur.people.v1.ApprovalMatter.Builder message =
        id.lajur.people.v1.ApprovalMatter.newBuilder()
            .setItemName(matter.itemName())
            .setQuantityMilli(matter.quantityMilli())
            .setPercentMicro(matter.percentMicro());
    if (matter.priceMinor() != null) {
      message.setPriceMinor(matter.priceMinor());
    }
    if (matter.newPriceMinor() != null) {
      message.setNewPriceMinor(matter.newPriceMinor());
    }
    if (matter.basketMinor() != null) {
      message.setBasketMinor(matter.basketMinor());
    }
    return message.build();
  }

  /** A request as it stands. */
  static ApprovalRequest of(ApprovalRequests.Request request) {
    ApprovalRequestDao.RequestRow row = request.row();
    ApprovalRequest.Builder message =
        ApprovalRequest.newBuilder()
            .setApprovalId(row.requestId().toString())
            .setTerminal(row.terminal())
            .setOperatorNumber(row.operatorNumber())
            .setOperatorName(row.operatorName())
            .setPermission(row.permission())
            .setSubjectId(row.subjectId().toString())
            .setReason(row.reason())
            .setRequestedAtMs(row.requestedAt().toEpochMilli())
            .setExpiresAtMs(request.expiresAt().toEpochMilli())
            .setState(ApprovalState.valueOf("APPROVAL_STATE_" + request.state()))
            .setAnsweredBy(Objects.requireNonNullElse(row.answerer(), ""))
            .setMatter(of(row.matter()));
    if (row.mostMinor() != null) {
      message.setMostMinor(row.mostMinor());
    }
    return message.build();
  }
}
