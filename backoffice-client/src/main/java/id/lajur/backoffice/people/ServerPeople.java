package id.lajur.backoffice.people;

import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.people.v1.CreateOperatorRequest;
import id.lajur.people.v1.CreateRoleRequest;
import id.lajur.people.v1.DismissOperatorRequest;
import id.lajur.people.v1.ListOperatorsRequest;
import id.lajur.people.v1.ListOperatorsResponse;
import id.lajur.people.v1.ListRolesRequest;
import id.lajur.people.v1.ListRolesResponse;
import id.lajur.people.v1.ListedOperator;
import id.lajur.people.v1.PeopleServiceGrpc;
import id.lajur.people.v1.ReinstateOperatorRequest;
import id.lajur.people.v1.ResetPinRequest;
import id.lajur.people.v1.Role;
import id.lajur.people.v1.RoleLimit;
import id.lajur.people.v1.RoleLimitChange;
import id.lajur.people.v1.RoleLimits;
import id.lajur.people.v1.UnlockOperatorRequest;
import id.lajur.people.v1.UpdateOperatorRequest;
import id.lajur.people.v1.UpdateRoleRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** People and roles over the wire. */
final class ServerPeople implements PeopleActions {
  private final Desk desk;

  ServerPeople(Desk desk) {
    this.desk = desk;
  }

  private PeopleServiceGrpc.PeopleServiceBlockingStub stub() {
    return PeopleServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<List<Person>> people() {
    return desk.ask(
        () -> {
          List<Person> all = new ArrayList<>();
          String page = "";
          do {
            ListOperatorsResponse answer =
                stub().listOperators(ListOperatorsRequest.newBuilder().setPageToken(page).build());
            answer.getOperatorsList().forEach(one -> all.add(person(one)));
            page = answer.getNextPageToken();
          } while (!page.isEmpty());
          return all;
        });
  }

  private static Person person(ListedOperator one) {
    return new Person(
        one.getNumber(),
        one.getName(),
        one.getRole(),
        one.getRoleName(),
        one.getLanguage(),
        one.getActive(),
        one.getMustChangePin(),
        one.getLockedUntilMs() == 0
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(one.getLockedUntilMs())),
        List.copyOf(one.getSignedOnAtList()),
        one.getOpenShiftAt());
  }

  @Override
  public CompletableFuture<RoleInfo.All> roles() {
    return desk.ask(
        () -> {
          ListRolesResponse answer = stub().listRoles(ListRolesRequest.getDefaultInstance());
          return new RoleInfo.All(
              answer.getRolesList().stream().map(ServerPeople::role).toList(),
              answer.getTemplatesList().stream().map(ServerPeople::role).toList(),
              answer.getPermissionsList());
        });
  }

  private static RoleInfo role(Role one) {
    RoleLimits limits = one.getLimits();
    Map<RoleInfo.Limit, Long> all = new EnumMap<>(RoleInfo.Limit.class);
    if (limits.hasDiscountMicro()) {
      all.put(RoleInfo.Limit.DISCOUNT, limits.getDiscountMicro());
    }
    if (limits.hasOverrideMicro()) {
      all.put(RoleInfo.Limit.OVERRIDE, limits.getOverrideMicro());
    }
    if (limits.hasReturnMinor()) {
      all.put(RoleInfo.Limit.RETURN, limits.getReturnMinor());
    }
    if (limits.hasCashMinor()) {
      all.put(RoleInfo.Limit.CASH, limits.getCashMinor());
    }
    if (limits.hasDrawerOpenings()) {
      all.put(RoleInfo.Limit.DRAWER, limits.getDrawerOpenings());
    }
    return new RoleInfo(
        one.getCode(),
        one.getName(),
        Set.copyOf(one.getPermissionsList()),
        all,
        one.getOperators());
  }

  /** Under one request id, however often it must be sent. */
  private CompletableFuture<Void> done(Function<String, ?> command) {
    String requestId = StoreConnection.newRequestId();
    return desk.command(() -> command.apply(requestId)).thenAccept(answer -> {});
  }

  @Override
  public CompletableFuture<Void> create(Details person, String pin) {
    return done(
        id ->
            stub()
                .createOperator(
                    CreateOperatorRequest.newBuilder()
                        .setRequestId(id)
                        .setNumber(person.number())
                        .setName(person.name())
                        .setRole(person.role())
                        .setLanguage(person.language())
                        .setPin(pin)
                        .build()));
  }

  @Override
  public CompletableFuture<Void> update(Details person) {
    return done(
        id ->
            stub()
                .updateOperator(
                    UpdateOperatorRequest.newBuilder()
                        .setRequestId(id)
                        .setNumber(person.number())
                        .setName(person.name())
                        .setRole(person.role())
                        .setLanguage(person.language())
                        .build()));
  }

  @Override
  public CompletableFuture<Void> resetPin(String number, String pin) {
    return done(
        id ->
            stub()
                .resetPin(
                    ResetPinRequest.newBuilder()
                        .setRequestId(id)
                        .setNumber(number)
                        .setPin(pin)
                        .build()));
  }

  @Override
  public CompletableFuture<Void> unlock(String number) {
    return done(
        id ->
            stub()
                .unlockOperator(
                    UnlockOperatorRequest.newBuilder().setRequestId(id).setNumber(number).build()));
  }

  @Override
  public CompletableFuture<Void> dismiss(String number) {
    return done(
        id ->
            stub()
                .dismissOperator(
                    DismissOperatorRequest.newBuilder()
                        .setRequestId(id)
                        .setNumber(number)
                        .build()));
  }

  @Override
  public CompletableFuture<Void> reinstate(String number) {
    return done(
        id ->
            stub()
                .reinstateOperator(
                    ReinstateOperatorRequest.newBuilder()
                        .setRequestId(id)
                        .setNumber(number)
                        .build()));
  }

  @Override
  public CompletableFuture<Void> createRole(String code, String name, String like) {
    return done(
        id ->
            stub()
                .createRole(
                    CreateRoleRequest.newBuilder()
                        .setRequestId(id)
                        .setCode(code)
                        .setName(name)
                        .setLike(like)
                        .build()));
  }

  @Override
  public CompletableFuture<Void> updateRole(String code, RoleInfo.Change change) {
    return done(
        id -> {
          UpdateRoleRequest.Builder request =
              UpdateRoleRequest.newBuilder()
                  .setRequestId(id)
                  .setCode(code)
                  .addAllGrant(change.grant())
                  .addAllRevoke(change.revoke());
          change.name().ifPresent(request::setName);
          change.limits().forEach((limit, most) -> request.addLimits(limit(limit, most)));
          return stub().updateRole(request.build());
        });
  }

  private static RoleLimitChange limit(RoleInfo.Limit limit, Optional<Long> most) {
    RoleLimitChange.Builder change =
        RoleLimitChange.newBuilder().setLimit(RoleLimit.valueOf("ROLE_LIMIT_" + limit));
    most.ifPresent(change::setMost);
    return change.build();
  }
}
