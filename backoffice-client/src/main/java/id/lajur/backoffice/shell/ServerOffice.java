package id.lajur.backoffice.shell;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.people.v1.ChangePinRequest;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.GetTerminalResponse;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.people.v1.SignOffRequest;
import id.lajur.people.v1.SignOnRequest;
import id.lajur.people.v1.SignOnResponse;
import id.lajur.people.v1.Store;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Sign-on and sign-off of a desk at the store's server. */
public final class ServerOffice implements OfficeActions {
  private static final int CONTRACT_LEVEL = 2;

  private final StoreConnection connection;
  private final Calls calls;

  /**
   * @param background where calls are made
   * @param ui the event thread
   * @param awaited shows what has no answer yet
   */
  public ServerOffice(
      StoreConnection connection, Executor background, Executor ui, Awaited awaited) {
    this.connection = connection;
    this.calls = new Calls(background, ui, awaited);
  }

  /**
   * The store behind a connection; not on the event thread.
   *
   * @throws id.lajur.kit.connection.ServerRefusal it is away, or does not know this machine
   */
  public static StoreInfo store(StoreConnection connection) {
    GetTerminalRequest request =
        GetTerminalRequest.newBuilder().setContractLevel(CONTRACT_LEVEL).build();
    GetTerminalResponse answer =
        connection.ask(
            () -> SessionServiceGrpc.newBlockingStub(connection.channel()).getTerminal(request));
    Store store = answer.getStore();
    return new StoreInfo(
        store.getCode(),
        store.getName(),
        store.getAddress(),
        ShopCurrency.of(store.getCurrency(), store.getAmountUnitMinor()),
        store.getAmountUnitMinor(),
        store.getCoinMinor(),
        ZoneId.of(store.getTimeZone()),
        store.getTraining(),
        answer.getTerminal().getName());
  }

  @Override
  public CompletableFuture<Entered> signOn(String number, String pin) {
    SignOnRequest request =
        SignOnRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setOperatorNumber(number)
            .setPin(pin)
            .build();
    return calls
        .ask(
            () -> {
              connection.session("");
              return connection.ask(
                  () -> SessionServiceGrpc.newBlockingStub(connection.channel()).signOn(request));
            },
            true)
        .thenApply( // not where it was given up, whatever the server says of it later
            answer -> {
              connection.session(answer.getSessionId());
              return entered(answer);
            });
  }

  private static Entered entered(SignOnResponse answer) {
    var operator = answer.getOperator();
    Language language =
        operator.getLanguage().equals(Language.ENGLISH.tag())
            ? Language.ENGLISH
            : Language.INDONESIAN;
    return new Entered(
        new SignedOn(
            operator.getNumber(),
            operator.getName(),
            operator.getRole(),
            language,
            Set.copyOf(operator.getPermissionsList()),
            answer.getIdleMinutes()),
        answer.getMustChangePin());
  }

  @Override
  public CompletableFuture<Void> changePin(String pin, String newPin) {
    ChangePinRequest request =
        ChangePinRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setOldPin(pin)
            .setNewPin(newPin)
            .build();
    return calls
        .command(
            () ->
                connection.command(
                    () ->
                        SessionServiceGrpc.newBlockingStub(connection.channel())
                            .changePin(request)))
        .thenAccept(changed -> {});
  }

  @Override
  public CompletableFuture<Void> signOff() {
    SignOffRequest request =
        SignOffRequest.newBuilder().setRequestId(StoreConnection.newRequestId()).build();
    return CompletableFuture.runAsync(
        () -> {
          var unused =
              connection.ask(
                  () -> SessionServiceGrpc.newBlockingStub(connection.channel()).signOff(request));
          connection.session("");
        },
        calls.background());
  }
}
