package id.lajur.server.customer;

import id.lajur.customer.v1.CreateMemberRequest;
import id.lajur.customer.v1.CreateMemberResponse;
import id.lajur.customer.v1.FindMembersRequest;
import id.lajur.customer.v1.FindMembersResponse;
import id.lajur.customer.v1.FoundMember;
import id.lajur.customer.v1.ListMembersRequest;
import id.lajur.customer.v1.ListMembersResponse;
import id.lajur.customer.v1.MemberServiceGrpc;
import id.lajur.customer.v1.UpdateMemberRequest;
import id.lajur.customer.v1.UpdateMemberResponse;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** Adapter of members. */
public final class MemberService extends MemberServiceGrpc.MemberServiceImplBase {
  private static final int PHONE_END = 4;

  private final Calls calls;
  private final Members members;

  public MemberService(Calls calls, Members members) {
    this.calls = calls;
    this.members = members;
  }

  @Override
  public void findMembers(
      FindMembersRequest request, StreamObserver<FindMembersResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Members.Matches matches = members.find(caller.storeId(), Texts.plain(request.getText()));
          return FindMembersResponse.newBuilder()
              .addAllMembers(matches.members().stream().map(MemberService::found).toList())
              .setMore(matches.more())
              .build();
        });
  }

  @Override
  public void listMembers(
      ListMembersRequest request, StreamObserver<ListMembersResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Members.Page page =
              members.list(
                  caller.storeId(),
                  Texts.plain(request.getQuery()),
                  request.getPageSize(),
                  Texts.plain(request.getPageToken()));
          return ListMembersResponse.newBuilder()
              .addAllMembers(page.members().stream().map(MemberService::message).toList())
              .setNextPageToken(page.nextToken())
              .build();
        });
  }

  @Override
  public void createMember(
      CreateMemberRequest request, StreamObserver<CreateMemberResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CreateMemberResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                members.create(
                    acting.command(),
                    member(request.getMember()),
                    kept ->
                        CreateMemberResponse.newBuilder()
                            .setMember(message(kept))
                            .build()
                            .toByteArray())));
  }

  @Override
  public void updateMember(
      UpdateMemberRequest request, StreamObserver<UpdateMemberResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        UpdateMemberResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                members.update(
                    acting.command(),
                    member(request.getMember()),
                    kept ->
                        UpdateMemberResponse.newBuilder()
                            .setMember(message(kept))
                            .build()
                            .toByteArray())));
  }

  private static Member member(id.lajur.customer.v1.Member message) {
    return new Member(
        0,
        Texts.code(message.getNumber()),
        Texts.plain(message.getName()),
        Texts.plain(message.getPhone()),
        Texts.plain(message.getPriceLevel()),
        message.getActive(),
        null,
        message.getVersion());
  }

  private static id.lajur.customer.v1.Member message(Member member) {
    return id.lajur.customer.v1.Member.newBuilder()
        .setNumber(member.number())
        .setName(member.name())
        .setPhone(member.phone())
        .setPriceLevel(member.level())
        .setActive(member.active())
        .setSince(String.valueOf(member.since()))
        .setVersion(member.version())
        .build();
  }

  private static FoundMember found(MemberDao.Found found) {
    String phone = found.member().phone();
    return FoundMember.newBuilder()
        .setNumber(found.member().number())
        .setName(found.member().name())
        .setPhoneEnd(phone.substring(Math.max(0, phone.length() - PHONE_END)))
        .setPriceLevelName(found.levelName())
        .build();
  }
}
