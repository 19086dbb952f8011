package id.lajur.backoffice.members;

import id.lajur.backoffice.shell.Desk;
import id.lajur.catalog.v1.ListPriceLevelsRequest;
import id.lajur.catalog.v1.PriceLevel;
import id.lajur.catalog.v1.PriceLevelServiceGrpc;
import id.lajur.catalog.v1.SavePriceLevelRequest;
import id.lajur.customer.v1.CreateMemberRequest;
import id.lajur.customer.v1.ListMembersRequest;
import id.lajur.customer.v1.ListMembersResponse;
import id.lajur.customer.v1.MemberServiceGrpc;
import id.lajur.customer.v1.UpdateMemberRequest;
import id.lajur.kit.connection.StoreConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The acts of the screen of members, done by the store's server. */
final class ServerMembers implements MemberActions {
  private static final int PAGE = 500;

  private final Desk desk;
  private final MemberServiceGrpc.MemberServiceBlockingStub stub;
  private final PriceLevelServiceGrpc.PriceLevelServiceBlockingStub levels;

  ServerMembers(Desk desk) {
    this.desk = desk;
    this.stub = MemberServiceGrpc.newBlockingStub(desk.connection().channel());
    this.levels = PriceLevelServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<List<Member>> members() {
    return desk.ask(
        () -> {
          List<Member> all = new ArrayList<>();
          String page = "";
          do {
            ListMembersResponse answer =
                stub.listMembers(
                    ListMembersRequest.newBuilder().setPageSize(PAGE).setPageToken(page).build());
            answer.getMembersList().forEach(one -> all.add(member(one)));
            page = answer.getNextPageToken();
          } while (!page.isEmpty());
          return all;
        });
  }

  @Override
  public CompletableFuture<List<Level>> levels() {
    return desk.ask(
        () ->
            levels
                .listPriceLevels(ListPriceLevelsRequest.getDefaultInstance())
                .getPriceLevelsList()
                .stream()
                .map(one -> new Level(one.getCode(), one.getName(), one.getRetail()))
                .toList());
  }

  @Override
  public CompletableFuture<Member> create(Member member) {
    var request =
        CreateMemberRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setMember(message(member))
            .build();
    return desk.command(() -> stub.createMember(request))
        .thenApply(kept -> member(kept.getMember()));
  }

  @Override
  public CompletableFuture<Member> update(Member member) {
    var request =
        UpdateMemberRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setMember(message(member))
            .build();
    return desk.command(() -> stub.updateMember(request))
        .thenApply(kept -> member(kept.getMember()));
  }

  @Override
  public CompletableFuture<Level> save(Level level) {
    var request =
        SavePriceLevelRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setPriceLevel(PriceLevel.newBuilder().setCode(level.code()).setName(level.name()))
            .build();
    return desk.command(() -> levels.savePriceLevel(request)).thenApply(kept -> level);
  }

  private static Member member(id.lajur.customer.v1.Member one) {
    return new Member(
        one.getNumber(),
        one.getName(),
        one.getPhone(),
        one.getPriceLevel(),
        one.getActive(),
        one.getSince(),
        one.getVersion());
  }

  private static id.lajur.customer.v1.Member message(Member one) {
    return id.lajur.customer.v1.Member.newBuilder()
        .setNumber(one.number())
        .setName(one.name())
        .setPhone(one.phone())
        .setPriceLevel(one.level())
        .setActive(one.active())
        .setVersion(one.version())
        .build();
  }
}
