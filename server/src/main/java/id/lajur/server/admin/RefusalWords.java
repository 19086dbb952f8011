package id.lajur.server.admin;

import id.lajur.server.refusal.Refusal;
import java.util.Map;

/** Refusals as sentences for whoever sits at the server's console. */
final class RefusalWords {
  private RefusalWords() {}

  static String of(Refusal refusal) {
    Map<String, String> facts = refusal.facts();
    return switch (refusal.reason()) {
      case PIN_INVALID -> "A PIN has 4 to 12 digits";
      case PIN_TRIVIAL -> "That PIN is too easy to guess; choose another";
      case NUMBER_INVALID -> "An operator's number has 1 to 8 digits";
      case NUMBER_TAKEN -> "There is an operator " + facts.get("number") + " already";
      case NAME_NEEDED -> "A name is needed";
      case TEXT_INVALID -> "A text is too long or has characters that cannot be shown";
      case LANGUAGE_UNKNOWN -> "There is no language " + facts.get("language") + "; say id or en";
      case OPERATOR_UNKNOWN -> "There is no operator " + facts.get("number");
      case OWNER_EXISTS -> "There is an owner already; he or `lajur admin operator add` makes more";
      case LAST_OWNER ->
          "Operator "
              + facts.get("number")
              + " is the only owner: make another one first, `lajur admin operator add ... --role"
              + " OWNER`";
      case ROLE_UNKNOWN -> "There is no role " + facts.get("role");
      case ROLE_TAKEN -> "There is a role " + facts.get("role") + " already";
      case ROLE_CODE_INVALID -> "A role's code has capitals, digits and underscores: NIGHT_SHIFT";
      case PERMISSION_UNKNOWN ->
          "There is no permission "
              + facts.get("permission")
              + "; `lajur admin role show OWNER` lists them";
      case LIMIT_INVALID -> "That limit lies between 0 and " + facts.get("most");
      case SETTING_UNKNOWN ->
          "There is no setting " + facts.get("setting") + "; `lajur admin setting list` lists them";
      case SETTING_INVALID ->
          facts.get("setting") + " cannot be " + facts.get("value") + ": " + facts.get("meaning");
      case MOMENT_INVALID -> "That moment has passed or is more than five years away";
      case TERMINAL_UNKNOWN -> "There is no terminal " + facts.get("terminal");
      case TERMINAL_EXISTS -> "There is a terminal " + facts.get("terminal") + " already";
      case TERMINAL_CODE_INVALID ->
          "A terminal's code has 1 to 8 capitals and digits, and begins with a capital: L04";
      case PLACE_TAKEN ->
          "A machine has the place of "
              + facts.get("terminal")
              + "; for another one there: lajur admin terminal replace "
              + facts.get("terminal");
      case PLACE_FREE -> "No machine has the place of " + facts.get("terminal");
      default -> refusal.getMessage();
    };
  }
}
