package id.lajur.server.store;

import id.lajur.catalog.v1.PriceLevel;
import id.lajur.catalog.v1.PriceLevelServiceGrpc;
import id.lajur.catalog.v1.SavePriceLevelRequest;
import id.lajur.catalog.v1.SetLevelPriceRequest;
import id.lajur.customer.v1.CreateMemberRequest;
import id.lajur.customer.v1.Member;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.SetMemberRequest;
import id.lajur.sale.v1.SetPriceLevelRequest;
import io.grpc.stub.MetadataUtils;

/** What an office does with members and price levels, and what a lane makes of them. */
final class LevelActs {
  private LevelActs() {}

  static PriceLevelServiceGrpc.PriceLevelServiceBlockingStub levels(TestLane who) {
    return PriceLevelServiceGrpc.newBlockingStub(who.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(who.headers()));
  }

  static void level(TestLane office, String code, String name) {
    var unused =
        levels(office)
            .savePriceLevel(
                SavePriceLevelRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setPriceLevel(PriceLevel.newBuilder().setCode(code).setName(name))
                    .build());
  }

  static void price(TestLane office, String item, String level, long priceMinor) {
    var unused =
        levels(office)
            .setLevelPrice(
                SetLevelPriceRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setItemCode(item)
                    .setPriceLevel(level)
                    .setPriceMinor(priceMinor)
                    .build());
  }

  static void member(TestLane office, String number, String name, String level) {
    var unused =
        MemberTest.members(office)
            .createMember(
                CreateMemberRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setMember(
                        Member.newBuilder()
                            .setNumber(number)
                            .setName(name)
                            .setPriceLevel(level)
                            .setActive(true))
                    .build());
  }

  /** The lane adopts what comes back. */
  static Basket setMember(TestLane lane, String number) {
    lane.adopt(
        lane.baskets()
            .setMember(
                SetMemberRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.refOrNew())
                    .setMemberNumber(number)
                    .build())
            .getBasket());
    return lane.basket();
  }

  /** The lane adopts what comes back. */
  static Basket choose(TestLane lane, String level, String approval) {
    lane.adopt(
        lane.baskets()
            .setPriceLevel(
                SetPriceLevelRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.refOrNew())
                    .setPriceLevel(level)
                    .setApprovalId(approval)
                    .build())
            .getBasket());
    return lane.basket();
  }
}
