package id.lajur.pos.screen;

/** Who is signed on. */
public record OperatorView(String number, String name) {}
