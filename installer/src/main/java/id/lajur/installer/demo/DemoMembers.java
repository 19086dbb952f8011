package id.lajur.installer.demo;

import id.lajur.catalog.v1.PriceLevel;
import id.lajur.catalog.v1.PriceLevelServiceGrpc;
import id.lajur.catalog.v1.SavePriceLevelRequest;
import id.lajur.catalog.v1.SetLevelPriceRequest;
import id.lajur.customer.v1.CreateMemberRequest;
import id.lajur.customer.v1.Member;
import id.lajur.customer.v1.MemberServiceGrpc;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.server.catalog.NewItem;
import java.util.List;

/** The demo shop's members, and prices of theirs for what sells best. */
final class DemoMembers {
  /** A card to show a lane. */
  static final String CARD = "880000004471";

  static final String NAME = "Ratna Wulandari";

  static final int WITH_LEVEL_PRICES = 60;

  private static final String MEMBER = "ANGGOTA";
  private static final String WHOLESALE = "GROSIR";
  private static final long STEP_MINOR = 100_00;

  private DemoMembers() {}

  /**
   * Makes levels, members and prices; somebody who may has signed on.
   *
   * @param goods what sells best first
   */
  static void bring(StoreConnection connection, List<NewItem> goods) {
    level(connection, MEMBER, "Anggota");
    level(connection, WHOLESALE, "Grosir");
    member(connection, CARD, NAME, "081234567890", MEMBER);
    member(connection, "880000005582", "Warung Bu Tini", "081298765432", WHOLESALE);
    member(connection, "880000006693", "Bambang Sutrisno", "085712345678", MEMBER);
    member(connection, "880000007704", "Ratna Sari Dewi", "", MEMBER);
    for (NewItem item : goods.subList(0, WITH_LEVEL_PRICES)) {
      price(connection, item, MEMBER, 97);
      price(connection, item, WHOLESALE, 92);
    }
  }

  private static void level(StoreConnection connection, String code, String name) {
    SavePriceLevelRequest request =
        SavePriceLevelRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setPriceLevel(PriceLevel.newBuilder().setCode(code).setName(name))
            .build();
    connection.command(
        () -> PriceLevelServiceGrpc.newBlockingStub(connection.channel()).savePriceLevel(request));
  }

  private static void member(
      StoreConnection connection, String number, String name, String phone, String level) {
    CreateMemberRequest request =
        CreateMemberRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setMember(
                Member.newBuilder()
                    .setNumber(number)
                    .setName(name)
                    .setPhone(phone)
                    .setPriceLevel(level)
                    .setActive(true))
            .build();
    connection.command(
        () -> MemberServiceGrpc.newBlockingStub(connection.channel()).createMember(request));
  }

  private static void price(StoreConnection connection, NewItem item, String level, long percent) {
    SetLevelPriceRequest request =
        SetLevelPriceRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setItemCode(item.code())
            .setPriceLevel(level)
            .setPriceMinor(atLevel(item, percent))
            .build();
    connection.command(
        () -> PriceLevelServiceGrpc.newBlockingStub(connection.channel()).setLevelPrice(request));
  }

  /** A part of the retail price, down to a coin. */
  private static long atLevel(NewItem item, long percent) {
    Long retail = item.units().get(0).priceMinor();
    return retail == null ? 0 : retail * percent / 100 / STEP_MINOR * STEP_MINOR;
  }

  /** What a member pays for an item that has a price of his level. */
  static long memberPrice(NewItem item) {
    return atLevel(item, 97);
  }
}
