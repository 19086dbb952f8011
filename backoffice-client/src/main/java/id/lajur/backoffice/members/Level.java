package id.lajur.backoffice.members;

/** A price level of the shop. */
record Level(String code, String name, boolean retail) {}
