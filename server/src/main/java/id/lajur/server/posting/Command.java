package id.lajur.server.posting;

import java.util.Arrays;
import java.util.UUID;

/**
 * Who asks for what.
 *
 * @param requestId made by the client, the same when sent again
 * @param digest SHA-256 of method and message
 */
public record Command(UUID requestId, byte[] digest, int storeId, int terminalId, int operatorId) {
  /** Whether it is the same, sent again. */
  boolean isSameAs(Command other) {
    return requestId.equals(other.requestId)
        && terminalId == other.terminalId
        && Arrays.equals(digest, other.digest);
  }
}
