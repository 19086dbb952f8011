package id.lajur.server.purchasing;

import java.util.UUID;

/**
 * What is told of a delivery that is in the books.
 *
 * @param documentId what its parts are known by; of one part alone its posting
 * @param number as on paper, empty when it was posted without a draft
 * @param costMinor of the whole delivery, without tax
 */
public record PostedDelivery(UUID documentId, String number, int parts, long costMinor) {}
