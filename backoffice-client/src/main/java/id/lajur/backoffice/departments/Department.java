package id.lajur.backoffice.departments;

/**
 * Where the shop keeps items together.
 *
 * @param code never changed
 */
record Department(String code, String name) {}
