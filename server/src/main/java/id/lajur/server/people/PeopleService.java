package id.lajur.server.people;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import id.lajur.people.v1.CreateOperatorRequest;
import id.lajur.people.v1.CreateOperatorResponse;
import id.lajur.people.v1.CreateRoleRequest;
import id.lajur.people.v1.CreateRoleResponse;
import id.lajur.people.v1.DismissOperatorRequest;
import id.lajur.people.v1.DismissOperatorResponse;
import id.lajur.people.v1.ListOperatorsRequest;
import id.lajur.people.v1.ListOperatorsResponse;
import id.lajur.people.v1.ListRolesRequest;
import id.lajur.people.v1.ListRolesResponse;
import id.lajur.people.v1.PeopleServiceGrpc;
import id.lajur.people.v1.ReinstateOperatorRequest;
import id.lajur.people.v1.ReinstateOperatorResponse;
import id.lajur.people.v1.ResetPinRequest;
import id.lajur.people.v1.ResetPinResponse;
import id.lajur.people.v1.UnlockOperatorRequest;
import id.lajur.people.v1.UnlockOperatorResponse;
import id.lajur.people.v1.UpdateOperatorRequest;
import id.lajur.people.v1.UpdateOperatorResponse;
import id.lajur.people.v1.UpdateRoleRequest;
import id.lajur.people.v1.UpdateRoleResponse;
import id.lajur.server.posting.Command;
import id.lajur.server.security.Caller;
import id.lajur.server.security.PinHasher;
import id.lajur.server.wire.Calls;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;

/**
 * Adapter of operators and roles. A request that carries a PIN is remembered without it: what is
 * kept of a request is a plain hash, in which four digits could be tried out.
 */
public final class PeopleService extends PeopleServiceGrpc.PeopleServiceImplBase {
  private static final String PERMISSION = "people.manage";

  private final Calls calls;
  private final Jdbi jdbi;
  private final PinHasher pins;
  private final Clock clock;

  public PeopleService(Calls calls, Jdbi jdbi, PinHasher pins, Clock clock) {
    this.calls = calls;
    this.jdbi = jdbi;
    this.pins = pins;
    this.clock = clock;
  }

  @Override
  public void listOperators(
      ListOperatorsRequest request, StreamObserver<ListOperatorsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          int size = PeopleMessages.pageSize(request.getPageSize());
          return PeopleMessages.operators(
              new Operators(looking(caller), pins)
                  .page(PeopleMessages.after(request.getPageToken()), size + 1),
              size);
        });
  }

  @Override
  public void createOperator(
      CreateOperatorRequest request, StreamObserver<CreateOperatorResponse> observer) {
    change(
        observer,
        request.toBuilder().clearPin().build(),
        request.getRequestId(),
        CreateOperatorResponse.parser(),
        changes ->
            new Operators(changes, pins)
                .add(
                    new Operators.NewOperator(
                        request.getNumber(),
                        request.getName(),
                        request.getRole(),
                        request.getLanguage(),
                        true),
                    request.getPin().toCharArray()));
  }

  @Override
  public void updateOperator(
      UpdateOperatorRequest request, StreamObserver<UpdateOperatorResponse> observer) {
    change(
        observer,
        request,
        request.getRequestId(),
        UpdateOperatorResponse.parser(),
        changes ->
            new Operators(changes, pins)
                .change(
                    request.getNumber(),
                    new Operators.Change(
                        request.hasName() ? request.getName() : null,
                        request.hasRole() ? request.getRole() : null,
                        request.hasLanguage() ? request.getLanguage() : null)));
  }

  @Override
  public void resetPin(ResetPinRequest request, StreamObserver<ResetPinResponse> observer) {
    change(
        observer,
        request.toBuilder().clearPin().build(),
        request.getRequestId(),
        ResetPinResponse.parser(),
        changes ->
            new Operators(changes, pins)
                .setPin(request.getNumber(), request.getPin().toCharArray(), true));
  }

  @Override
  public void unlockOperator(
      UnlockOperatorRequest request, StreamObserver<UnlockOperatorResponse> observer) {
    change(
        observer,
        request,
        request.getRequestId(),
        UnlockOperatorResponse.parser(),
        changes -> new Operators(changes, pins).unlock(request.getNumber()));
  }

  @Override
  public void dismissOperator(
      DismissOperatorRequest request, StreamObserver<DismissOperatorResponse> observer) {
    change(
        observer,
        request,
        request.getRequestId(),
        DismissOperatorResponse.parser(),
        changes -> new Operators(changes, pins).leave(request.getNumber()));
  }

  @Override
  public void reinstateOperator(
      ReinstateOperatorRequest request, StreamObserver<ReinstateOperatorResponse> observer) {
    change(
        observer,
        request,
        request.getRequestId(),
        ReinstateOperatorResponse.parser(),
        changes -> new Operators(changes, pins).comeBack(request.getNumber()));
  }

  @Override
  public void listRoles(ListRolesRequest request, StreamObserver<ListRolesResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Roles roles = new Roles(looking(caller));
          return PeopleMessages.roles(roles.list(), roles.templates());
        });
  }

  @Override
  public void createRole(CreateRoleRequest request, StreamObserver<CreateRoleResponse> observer) {
    change(
        observer,
        request,
        request.getRequestId(),
        CreateRoleResponse.parser(),
        changes -> new Roles(changes).add(request.getCode(), request.getName(), request.getLike()));
  }

  @Override
  public void updateRole(UpdateRoleRequest request, StreamObserver<UpdateRoleResponse> observer) {
    change(
        observer,
        request,
        request.getRequestId(),
        UpdateRoleResponse.parser(),
        changes ->
            new Roles(changes)
                .change(
                    request.getCode(),
                    new Roles.Change(
                        request.hasName() ? request.getName() : null,
                        List.copyOf(request.getGrantList()),
                        List.copyOf(request.getRevokeList()),
                        PeopleMessages.limits(request.getLimitsList()))));
  }

  private Changes looking(Caller caller) {
    return new Changes(
        jdbi,
        caller.storeId(),
        new Changes.Author(caller.terminalId(), caller.operatorOrThrow().operatorId(), ""),
        clock);
  }

  /** One change, whose answer says nothing but that it was made. */
  @FunctionalInterface
  private interface Act {
    void make(Changes changes) throws SQLException;
  }

  private <R> void change(
      StreamObserver<R> observer, Message request, String requestId, Parser<R> parser, Act act) {
    calls.post(
        observer,
        request,
        requestId,
        parser,
        acting -> {
          Command command = acting.command();
          act.make(Changes.by(jdbi, command, PERMISSION, clock));
          return CompletableFuture.completedFuture(new byte[0]);
        });
  }
}
