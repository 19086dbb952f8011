package id.lajur.pos.screen;

/** Pieces of one note or coin in the drawer. */
public record CountedView(long valueMinor, long pieces) {}
