package id.lajur.server.sale;

/** Where the price of a line came from. The names stand in the database. */
public enum PriceSource {
  LIST,
  LABEL,
  OVERRIDE,
  ENTERED,
  LEVEL
}
