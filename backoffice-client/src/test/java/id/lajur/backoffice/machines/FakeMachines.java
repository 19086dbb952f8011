package id.lajur.backoffice.machines;

import id.lajur.kit.connection.ServerRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A shop's machines, and what was asked to become of them. */
final class FakeMachines implements MachineActions {
  static final Instant NOW = Instant.parse("2026-11-23T07:31:00Z");
  static final String FINGERPRINT =
      "3F9A 12C4 77E0 B5D8 901F 6A2E C3D7 48BB 05E9 F1A6 2D34 8C70 E1B2 5F08 A94C 76D3";

  final List<String> asked = new ArrayList<>();
  @Nullable ServerRefusal no;

  private static Machine machine(
      String code, String name, boolean lane, boolean connected, String operator) {
    return new Machine(
        code,
        name,
        lane,
        true,
        "PC-" + code,
        "A41C 09F7 …",
        Optional.of(NOW.plusSeconds(300L * 86_400)),
        connected,
        Optional.of(NOW.minusSeconds(connected ? 20 : 50_000)),
        operator,
        Optional.empty());
  }

  private static Machine free(String code, String name, Optional<Instant> codeUntil) {
    return new Machine(
        code, name, true, false, "", "", Optional.empty(), false, Optional.empty(), "", codeUntil);
  }

  @Override
  public CompletableFuture<List<Machine>> machines() {
    return CompletableFuture.completedFuture(
        List.of(
            machine("GDG1", "Gudang belakang", false, true, "Agus Salim"),
            machine("KTR1", "Kantor", false, true, "Ratna Dewi"),
            machine("L01", "Kasir depan", true, true, "Sari Lestari"),
            machine("L02", "Kasir tengah", true, true, "Budi Santoso"),
            machine("L03", "Kasir pintu samping", true, false, ""),
            free("L04", "Kasir cadangan", Optional.of(NOW.plusSeconds(480))),
            free("L05", "Kasir bazar", fresh("L05"))));
  }

  /** A code that was asked for stands on the row from then on. */
  private Optional<Instant> fresh(String code) {
    return asked.contains("code " + code) && no == null
        ? Optional.of(NOW.plusSeconds(581))
        : Optional.empty();
  }

  private <R> CompletableFuture<R> did(String what, CompletableFuture<R> answer) {
    asked.add(what);
    return no == null ? answer : CompletableFuture.failedFuture(no);
  }

  @Override
  public CompletableFuture<Void> create(String code, String name, boolean lane) {
    return did(
        "create " + code + " " + name + (lane ? " lane" : " desk"), CompletableFuture.allOf());
  }

  @Override
  public CompletableFuture<Void> rename(String code, String name) {
    return did("rename " + code + " " + name, CompletableFuture.allOf());
  }

  @Override
  public CompletableFuture<EnrolmentCode> code(String terminal, boolean replaces) {
    return did(
        "code " + terminal + (replaces ? " replaces" : ""),
        CompletableFuture.completedFuture(
            new EnrolmentCode(terminal, "K7QM-24XD", FINGERPRINT, NOW.plusSeconds(581))));
  }

  @Override
  public CompletableFuture<Void> revoke(String terminal, String reason) {
    return did("revoke " + terminal + " " + reason, CompletableFuture.allOf());
  }
}
