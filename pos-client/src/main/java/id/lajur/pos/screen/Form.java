package id.lajur.pos.screen;

import java.util.ArrayList;
import java.util.List;

/** The fields that take digits and letters now, and which of them has the caret. */
public record Form(List<Field> fields, int at) {
  /** What a field takes. */
  public enum Takes {
    TEXT,
    DIGITS,
    /** Money. */
    AMOUNT,
    /** Pieces or a weight, also parts of one. */
    QUANTITY,
    SECRET
  }

  /** One field. */
  public record Field(String name, Takes takes, int longest, String text) {
    boolean accepts(char c) {
      boolean digit = c >= '0' && c <= '9';
      return text.length() < longest
          && switch (takes) {
            case TEXT -> c >= ' ' && c != 127 && "*+".indexOf(c) < 0;
            case DIGITS, SECRET -> digit;
            case AMOUNT, QUANTITY -> digit || c == ',' || c == '.';
          };
    }

    Field with(String newText) {
      return new Field(name, takes, longest, newText);
    }
  }

  public static final Form NONE = new Form(List.of(), 0);

  public Form {
    fields = List.copyOf(fields);
  }

  static Form of(Field... fields) {
    return new Form(List.of(fields), 0);
  }

  static Field words(String name) {
    return words(name, 80);
  }

  static Field words(String name, int longest) {
    return new Field(name, Takes.TEXT, longest, "");
  }

  static Field digits(String name, int longest) {
    return new Field(name, Takes.DIGITS, longest, "");
  }

  static Field amount(String name) {
    return new Field(name, Takes.AMOUNT, 15, "");
  }

  static Field quantity(String name) {
    return new Field(name, Takes.QUANTITY, 15, "");
  }

  static Field secret(String name) {
    return new Field(name, Takes.SECRET, 12, "");
  }

  /** The text of the field with the caret; empty when no field takes input. */
  public String text() {
    return fields.isEmpty() ? "" : fields.get(at).text();
  }

  /** The text of a field by its name; empty when it is not there. */
  public String text(String name) {
    return fields.stream()
        .filter(f -> f.name().equals(name))
        .map(Field::text)
        .findFirst()
        .orElse("");
  }

  public boolean isAt(String name) {
    return !fields.isEmpty() && fields.get(at).name().equals(name);
  }

  /** Whether the field with the caret takes letters. */
  boolean takesText() {
    return !fields.isEmpty() && fields.get(at).takes() == Takes.TEXT;
  }

  Form typed(char c) {
    return !fields.isEmpty() && fields.get(at).accepts(c) ? with(text() + c) : this;
  }

  Form back() {
    String text = text();
    return text.isEmpty() ? this : with(text.substring(0, text.length() - 1));
  }

  Form with(String text) {
    if (fields.isEmpty()) {
      return this;
    }
    var changed = new ArrayList<>(fields);
    changed.set(at, fields.get(at).with(text));
    return new Form(changed, at);
  }

  /** What was typed but for PINs, which nobody else is to find there. */
  Form withoutSecrets() {
    List<Field> open =
        fields.stream().map(f -> f.takes() == Takes.SECRET ? f.with("") : f).toList();
    return new Form(open, at);
  }

  boolean isLast() {
    return at >= fields.size() - 1;
  }

  /** Whether Enter leads to the next field, as the last one is still empty. */
  boolean leadsOn() {
    return !isLast() && fields.get(fields.size() - 1).text().isBlank();
  }

  Form goTo(int field) {
    return new Form(fields, Math.floorMod(field, Math.max(1, fields.size())));
  }
}
