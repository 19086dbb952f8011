package id.lajur.backoffice.shell;

import java.util.concurrent.CompletableFuture;

/** What the window asks of the store; each fails with a {@code ServerRefusal}. */
public interface OfficeActions {
  /**
   * Signs on; whoever must change the PIN first fails with PIN_CHANGE_NEEDED and is signed on. It
   * may be given up in the window: then nobody is signed on here.
   */
  CompletableFuture<Entered> signOn(String number, String pin);

  /** Changes the PIN of whoever is signed on. */
  CompletableFuture<Void> changePin(String pin, String newPin);

  CompletableFuture<Void> signOff();

  /** Who has signed on, and whether the PIN must be changed before anything else. */
  record Entered(SignedOn who, boolean mustChangePin) {}
}
