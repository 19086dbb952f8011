package id.lajur.server.purchasing;

import java.util.UUID;

/**
 * What is told of a delivery that is in the books.
 *
 * @param documentId posting of its first part
 * @param costMinor of the whole delivery, without tax
 */
public record PostedDelivery(UUID documentId, int parts, long costMinor) {}
