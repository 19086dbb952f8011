package id.lajur.backoffice.catalogfile;

import java.util.List;
import java.util.Map;

/** A catalogue file and what the store says of it, as this screen knows them. */
final class Catalog {
  private Catalog() {}

  /** Why a file of this PC is not sent. */
  enum Fault {
    NONE,
    UNREADABLE,
    EMPTY,
    TOO_LARGE
  }

  /**
   * A file cut into pieces that a message can carry; no pieces with a fault.
   *
   * @param name without its folder
   */
  record Pieces(String name, List<byte[]> content, Fault fault) {
    Pieces {
      content = List.copyOf(content);
    }
  }

  /**
   * How the file is written.
   *
   * @param indonesianNumbers 12.500,00
   * @param wrongCheckDigits barcodes with a wrong check digit are the shop's own codes
   * @param heads the file's head of each of our fields; "" = it has none
   */
  record Rules(boolean indonesianNumbers, boolean wrongCheckDigits, Map<String, String> heads) {
    static final Rules USUAL = new Rules(false, false, Map.of());

    Rules {
      heads = Map.copyOf(heads);
    }

    Rules numbers(boolean indonesian) {
      return new Rules(indonesian, wrongCheckDigits, heads);
    }

    Rules checkDigits(boolean wrong) {
      return new Rules(indonesianNumbers, wrong, heads);
    }

    Rules heads(Map<String, String> other) {
      return new Rules(indonesianNumbers, wrongCheckDigits, other);
    }

    String head(String field) {
      return heads.getOrDefault(field, "");
    }
  }

  /** The field that a file must have. */
  static final String CODE = "item_code";

  /** A column of the file, with what its first rows say. */
  record Head(String name, List<String> samples) {
    Head {
      samples = List.copyOf(samples);
    }
  }

  /**
   * What stands in the file's first line.
   *
   * @param fields ours, in their order
   * @param guessed the most likely head of a field
   */
  record Heads(List<Head> heads, List<String> fields, Map<String, String> guessed) {
    static final Heads NONE = new Heads(List.of(), List.of(), Map.of());

    Heads {
      heads = List.copyOf(heads);
      fields = List.copyOf(fields);
      guessed = Map.copyOf(guessed);
    }

    boolean has(String head) {
      return heads.stream().anyMatch(one -> one.name().equals(head));
    }
  }

  /** What would be written, or was. */
  record Counts(
      long rows,
      int newItems,
      int changedItems,
      int unchangedItems,
      int prices,
      int levelPrices,
      int barcodes,
      int newDepartments) {}

  /**
   * A row that cannot be taken.
   *
   * @param line of the file, the header being 1
   * @param found as it stands there
   * @param code of the reason, with the facts that its words name
   * @param words of the store, for a code that this program does not know
   */
  record Problem(
      long line,
      String column,
      String found,
      String code,
      Map<String, String> facts,
      String words) {
    Problem {
      facts = Map.copyOf(facts);
    }
  }

  /**
   * What the store says of a file.
   *
   * @param problems the first of them
   * @param problemCount all of them
   */
  record Report(Counts counts, List<Problem> problems, int problemCount) {
    Report {
      problems = List.copyOf(problems);
    }

    /** Whether there are more than are listed. */
    boolean isCut() {
      return problems.size() < problemCount;
    }
  }
}
