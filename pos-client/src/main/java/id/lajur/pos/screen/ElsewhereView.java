package id.lajur.pos.screen;

/**
 * What came of sending papers to another printer.
 *
 * @param printer its name
 * @param own true when it is the lane's own again
 * @param printed false when some did not come out there either
 */
public record ElsewhereView(String printer, boolean own, boolean printed) {}
