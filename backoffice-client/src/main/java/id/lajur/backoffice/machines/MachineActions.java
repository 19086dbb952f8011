package id.lajur.backoffice.machines;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the screen of machines needs of the store; each fails with a ServerRefusal. */
public interface MachineActions {
  /** All but the server's own, by code. */
  CompletableFuture<List<Machine>> machines();

  CompletableFuture<Void> create(String code, String name, boolean lane);

  CompletableFuture<Void> rename(String code, String name);

  /**
   * A code by which a machine takes the place; one made before ends.
   *
   * @param replaces another machine may have the place until then
   */
  CompletableFuture<EnrolmentCode> code(String terminal, boolean replaces);

  /** Takes the place from the machine that has it. */
  CompletableFuture<Void> revoke(String terminal, String reason);
}
