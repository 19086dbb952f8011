package id.lajur.installer.replay;

import id.lajur.kit.connection.Enrolment;
import id.lajur.kit.connection.ServerAddress;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.server.database.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a replay reaches a store that runs elsewhere: as a machine that it enrols. */
final class RemoteStore {
  @Option(
      names = "--server",
      required = true,
      paramLabel = "HOST:PORT",
      description = "sells in a store that runs, its goods being there, with one lane")
  private String server = "";

  @Option(
      names = "--enrol",
      required = true,
      paramLabel = "CODE",
      description = "for a lane, as lajur admin code shows it")
  private String code = "";

  @Option(
      names = "--ca",
      required = true,
      paramLabel = "FINGERPRINT",
      description = "of the store's authority, as shown with the code")
  private String authority = "";

  @Option(
      names = "--operator",
      required = true,
      paramLabel = "N",
      description = "who sells; may override, discount and take back without limits")
  private String operator = "";

  @Option(
      names = "--pin-file",
      required = true,
      paramLabel = "F",
      description = "its first line is the operator's PIN")
  private Path pinFile = Path.of("");

  /**
   * Enrols, and connects.
   *
   * @throws StartRefused in words
   */
  ReplayStore.Machine machine(ServerAddress address) {
    try {
      Enrolment enrolment = Enrolment.lookAt(address.host(), address.port());
      if (!enrolment.is(authority)) {
        throw new StartRefused(
            "This is not the store that the code is for, or somebody sits between; the code was not"
                + " sent. The authority shown here is "
                + enrolment.fingerprint());
      }
      Enrolment.Enrolled enrolled = enrolment.enrol(code, machineName());
      if (!enrolled.lane()) {
        throw new StartRefused(enrolled.terminal() + " is no lane: make a code for one that sells");
      }
      return new ReplayStore.Machine(
          enrolled.terminal(),
          new StoreConnection(List.of(address), enrolled.identity()),
          operator,
          pin());
    } catch (ServerRefusal refusal) {
      throw new StartRefused(
          server + " does not take this machine in: " + refusal.reason(), refusal);
    } catch (IOException e) {
      throw new StartRefused(server + " cannot be reached: " + e.getMessage(), e);
    }
  }

  /**
   * @throws IllegalArgumentException it is not HOST:PORT
   */
  ServerAddress address() {
    return ServerAddress.of(server);
  }

  private String pin() throws IOException {
    @Nullable String first = Files.readString(pinFile).lines().findFirst().orElse(null);
    return Objects.requireNonNullElse(first, "").strip();
  }

  private static String machineName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "replay";
    }
  }
}
