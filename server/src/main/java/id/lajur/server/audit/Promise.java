package id.lajur.server.audit;

/**
 * A promise that SQL alone can judge.
 *
 * @param code by which screens find their own words; never changed
 * @param rows counts what is looked at
 * @param differences gives a row for each thing that does not hold: its columns are told in words
 * @param needed whether a store with sales must have rows of it
 */
record Promise(String code, String name, String rows, String differences, boolean needed) {}
