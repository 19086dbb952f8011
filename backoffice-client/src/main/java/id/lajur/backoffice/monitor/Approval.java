package id.lajur.backoffice.monitor;

import java.util.Optional;

/**
 * An approval that a lane waits for.
 *
 * @param terminal code
 * @param permission that the act needs
 * @param mostMinor what the act may come to
 */
record Approval(
    String approvalId,
    String terminal,
    String permission,
    String reason,
    Optional<Long> mostMinor,
    long requestedAtMs) {}
