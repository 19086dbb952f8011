package id.lajur.server.report;

/** What sales are summed by. */
enum SalesBy {
  HOUR,
  DAY,
  DEPARTMENT,
  ITEM,
  OPERATOR,
  TERMINAL,
  MEMBER
}
