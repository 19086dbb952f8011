package id.lajur.pos.screen;

/** A price level of the shop. */
public record PriceLevelView(String code, String name, boolean retail) {}
