package id.lajur.server.sale;

import java.time.Instant;
import java.util.UUID;

/**
 * A basket that a lane gave up by itself, as it comes in.
 *
 * @param basketId that the server may have, or never heard of
 * @param voidedAt by the lane's clock
 * @param lineCount of the lines that stood, with their sum
 * @param voidedLineCount of those taken back before
 */
record EmergencyVoid(
    UUID basketId,
    int generation,
    UUID shiftId,
    String operatorNumber,
    Instant voidedAt,
    int lineCount,
    long linesMinor,
    int voidedLineCount,
    long voidedLinesMinor,
    String reason) {}
