package id.lajur.kit.enrolment;

/**
 * The place that this machine has now.
 *
 * @param terminal its code: L03
 * @param training whether the store was made for trial
 */
public record Taken(String storeName, boolean training, String terminal, String terminalName) {}
