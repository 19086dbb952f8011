package id.lajur.backoffice.journal;

import java.util.List;

/**
 * A promise of the store, and what the audit found.
 *
 * @param code by which its words are found
 * @param name as the server says it
 * @param rows looked at
 * @param differences 0: it holds
 * @param examples the first of them
 */
public record Judged(
    int number, String code, String name, long rows, long differences, List<String> examples) {
  public Judged {
    examples = List.copyOf(examples);
  }
}
