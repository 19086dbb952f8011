package id.lajur.server.catalog;

import id.lajur.rules.code.Gtin;
import java.util.ArrayList;
import java.util.List;

/**
 * What is looked for, as patterns of LIKE with {@code !} as its escape.
 *
 * @param code beginning of a code as it stands in the catalogue; matches nothing where the query
 *     cannot be one
 * @param ean13 the same for a GTIN that is kept with leading zeros
 */
public record SearchPatterns(
    String word1,
    String word2,
    String word3,
    String word4,
    String word5,
    String word6,
    String code,
    String ean13,
    String upc,
    String ean8) {
  private static final int WORDS = 6;

  /** Patterns of a query of up to six words; what follows them must follow in the name too. */
  static SearchPatterns of(String query) {
    List<String> words = new ArrayList<>();
    for (String word : query.split("\\s+", WORDS)) {
      words.add("%" + String.join("%", escaped(word).split("\\s+")) + "%");
    }
    while (words.size() < WORDS) {
      words.add("%");
    }
    boolean one = query.chars().allMatch(c -> c > 32 && c < 127);
    String code = one ? escaped(query) + "%" : "";
    boolean digits = Gtin.digitsOnly(query);
    return new SearchPatterns(
        words.get(0),
        words.get(1),
        words.get(2),
        words.get(3),
        words.get(4),
        words.get(5),
        code,
        digits ? "0" + code : "",
        digits ? "00" + code : "",
        digits ? "000000" + code : "");
  }

  private static String escaped(String text) {
    return text.replaceAll("([!%_])", "!$1");
  }
}
