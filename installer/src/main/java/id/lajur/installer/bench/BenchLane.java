package id.lajur.installer.bench;

import id.lajur.kit.connection.StoreConnection;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A lane of the bench: its connection, signed on, with an open shift.
 *
 * @param number from 1
 */
record BenchLane(
    int number,
    StoreConnection connection,
    int terminalId,
    int operatorId,
    UUID shiftId,
    LocalDate businessDate) {}
