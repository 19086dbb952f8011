package id.lajur.pos.screen;

/**
 * A note or coin that the shop takes.
 *
 * @param valueMinor worth, minor units
 * @param note true for paper
 * @param rgb its colour as people know it
 */
public record DenominationView(long valueMinor, boolean note, int rgb) {}
