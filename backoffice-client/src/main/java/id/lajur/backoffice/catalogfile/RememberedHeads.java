package id.lajur.backoffice.catalogfile;

import id.lajur.kit.table.TableChoices;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a person has chosen of a file's heads, for the next file that has the same ones. */
final class RememberedHeads {
  private static final String NAME = "catalogfile.heads";
  private static final char IS =
      '\u001f'; // in no head: the file's reader refuses control characters
  private static final char END = '\u001e';
  private static final String OFF = "-";

  private final TableChoices choices;

  RememberedHeads(TableChoices choices) {
    this.choices = choices;
  }

  /**
   * The head of each field, "" where the file has none: as it was chosen before where the file has
   * that head, else as it was guessed.
   */
  Map<String, String> of(Catalog.Heads file) {
    Map<String, String> kept = kept();
    Map<String, String> heads = new HashMap<>();
    for (String field : file.fields()) {
      String before = kept.getOrDefault(field, "");
      if (!before.isEmpty() && file.has(before)) {
        heads.put(field, before);
      }
    }
    for (String field : file.fields()) {
      String guess = file.guessed().getOrDefault(field, "");
      // What was taken off by hand stays off as long as its head is that one.
      boolean off = kept.getOrDefault(OFF + field, "").equals(guess);
      boolean free = !guess.isEmpty() && !off && !heads.containsValue(guess);
      heads.putIfAbsent(field, free ? guess : "");
    }
    return heads;
  }

  /**
   * Keeps what was chosen.
   *
   * @param before the head of each field, "" for none
   */
  void keep(Map<String, String> before, Map<String, String> after) {
    Map<String, String> all = kept();
    after.forEach(
        (field, head) -> {
          String had = before.getOrDefault(field, "");
          if (!head.isEmpty()) {
            all.put(field, head);
            all.remove(OFF + field);
          } else if (!had.isEmpty()) {
            all.remove(field);
            all.put(OFF + field, had);
          }
        });
    var text = new StringBuilder();
    all.forEach((field, head) -> text.append(field).append(IS).append(head).append(END));
    choices.keep(NAME, text.toString());
  }

  private Map<String, String> kept() {
    Map<String, String> all = new TreeMap<>();
    String text = choices.of(NAME).orElse("");
    int from = 0;
    for (int end = text.indexOf(END); end >= 0; end = text.indexOf(END, from)) {
      int is = text.indexOf(IS, from);
      if (is >= 0 && is < end) {
        all.put(text.substring(from, is), text.substring(is + 1, end));
      }
      from = end + 1;
    }
    return all;
  }
}
