package id.lajur.kit.enrolment;

import id.lajur.kit.connection.Enrolment;
import id.lajur.kit.connection.KnownServers;
import id.lajur.kit.connection.ServerAddress;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Takes a place at a real server, and keeps it in a folder. */
final class ServerEnrolment implements EnrolmentActions {
  private final Platform here;
  private final Path folder;
  private final Executor background;
  private volatile Optional<Looked> looked = Optional.empty();

  private record Looked(ServerAddress address, Enrolment enrolment) {}

  /**
   * @param folder of this machine's certificate
   */
  ServerEnrolment(Platform here, Path folder, Executor background) {
    this.here = here;
    this.folder = folder;
    this.background = background;
  }

  @Override
  public CompletableFuture<String> look(String address) {
    return CompletableFuture.supplyAsync(() -> lookNow(address), background);
  }

  private String lookNow(String typed) {
    ServerAddress address = address(typed);
    try {
      Enrolment enrolment = Enrolment.lookAt(address.host(), address.port());
      looked = Optional.of(new Looked(address, enrolment));
      return enrolment.fingerprint();
    } catch (IOException e) {
      throw new CannotEnrol(
          "SERVER_AWAY",
          Map.of("address", address.toString(), "cause", String.valueOf(e.getMessage())));
    }
  }

  private static ServerAddress address(String typed) {
    try {
      return ServerAddress.of(typed.contains(":") ? typed : typed + ":" + ServerAddress.USUAL_PORT);
    } catch (IllegalArgumentException e) {
      throw new CannotEnrol("ADDRESS_INVALID", Map.of("address", typed));
    }
  }

  @Override
  public CompletableFuture<Taken> enrol(String code) {
    return CompletableFuture.supplyAsync(() -> enrolNow(code), background);
  }

  private Taken enrolNow(String code) {
    Looked at = looked.orElseThrow();
    try {
      here.makePrivateFolder(folder); // before the code is used up
      Enrolment.Enrolled enrolled = at.enrolment().enrol(code, here.machineName());
      enrolled.identity().write(folder);
      KnownServers.write(folder, List.of(at.address()));
      return new Taken(
          enrolled.storeName(), enrolled.training(), enrolled.terminal(), enrolled.terminalName());
    } catch (ServerRefusal refusal) {
      throw refusal.isSilence()
          ? new CannotEnrol(
              "SERVER_AWAY",
              Map.of("address", at.address().toString(), "cause", refusal.toString()))
          : new CannotEnrol(refusal.reason(), refusal.facts());
    } catch (IOException e) {
      throw new CannotEnrol("NOT_KEPT", Map.of("folder", folder.toString(), "cause", e.toString()));
    }
  }
}
