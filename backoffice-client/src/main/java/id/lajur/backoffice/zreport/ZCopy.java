package id.lajur.backoffice.zreport;

import java.time.Instant;

/**
 * A Z for a paper after its first.
 *
 * @param number of this copy, from 1
 * @param at when the store gave it
 */
public record ZCopy(ZReport report, int number, Instant at) {}
