package id.lajur.server.catalog.file;

import java.util.Map;

/**
 * What can be wrong with a row, or with a file as a whole. Clients have words of their own for
 * each; these are for consoles.
 */
public enum Fault {
  EMPTY("is empty"),
  DEPARTMENT_EMPTY("is empty; say --value department=... for such rows"),
  TEXT_LONG("has {length} characters, at most {most} are kept"),
  TEXT_CONTROL("holds a line break or control character"),
  NO_CODE("is no code: up to 48 letters, digits and signs, without blanks"),
  CHECK_DIGIT("ends in a wrong check digit, it should be {digit}"),
  ZERO("is 0"),
  TOO_LARGE("is too large"),
  NUMBER_NEGATIVE("is below zero"),
  NUMBER_DECIMALS("has more than {decimals} decimals"),
  NUMBER_FRACTION(
      "is a fraction, or thousands parted by a dot; if that is meant, say --numbers id"),
  NUMBER_INDONESIAN("is no number like 12.500 or 12.500,50"),
  NUMBER_PARTED(
      "is no number like 12500 or 12500.50; if its dot parts thousands, say --numbers id"),
  NUMBER_PLAIN("is no number like 12500 or 12500.50"),
  NO_FLAG("is neither Y nor N"),
  NO_CHOICE("is none of [{choices}]"),
  PACK_FACTOR_NEEDED("is needed: how many of the base unit are in the pack"),
  TAX_CLASS_UNKNOWN("is no tax class of the store; it has {known}"),
  ACCOUNT_NEEDED("is needed for a {kind}"),
  ACCOUNT_NOT_HERE("is for deposits and liabilities alone"),
  ACCOUNT_UNKNOWN("is no account of the books"),
  NO_BASE_UNIT("no row of this item has its base unit, factor 1"),
  OTHER_FACTOR("has another factor for this unit in line {line}"),
  UNIT_TWICE("this unit of this item stands in line {line}"),
  OTHER_PRICE("has another price for this unit in line {line}"),
  BARCODE_TWICE("stands already in line {line}, item {item}"),
  BARCODE_TAKEN("belongs to item {item} of the store"),
  DIFFERS("is another than in line {line} for this item"),
  NEEDED("is needed for a new item"),
  ROW_UNREADABLE("cannot be read, nor what follows it: {cause}"),
  FIELD_COUNT("has {fields} fields where the header has {header}"),
  FILE_ABSENT("there is no file {file}"),
  FILE_BROKEN("cannot be read: {cause}"),
  FILE_NOT_UTF8("is not UTF-8; save it as \"CSV UTF-8\""),
  FILE_EMPTY("is empty"),
  FILE_LARGE("has more than {mebibytes} MiB"),
  FILE_ROWS("has more than {rows} rows"),
  HEAD_TWICE(
      "columns \"{first}\" and \"{second}\" both mean {column}; say which:"
          + " --column {column}=..."),
  LEVEL_TWICE("columns \"{first}\" and \"{second}\" are both prices of level {level}"),
  HEAD_NO_CODE(
      "has no column item_code in its first line; if it is called otherwise, say"
          + " --column item_code=..."),
  HEAD_ABSENT("has no column \"{head}\" for {column}"),
  SOURCE_ABSENT("has no column source");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** In English, with the facts put in. */
  String words(Map<String, String> facts) {
    String said = words;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      said = said.replace("{" + fact.getKey() + "}", fact.getValue());
    }
    return said;
  }
}
