package id.lajur.backoffice.shell;

import id.lajur.kit.connection.LinkState;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.util.Optional;

/**
 * What the window around the screens shows.
 *
 * @param number as it was typed, kept while the PIN is asked again
 * @param refused why the last act at sign-on was refused
 * @param waiting an answer is awaited
 * @param place key of the place that is open
 */
public record OfficeState(
    Phase phase,
    StoreInfo store,
    Language language,
    Theme theme,
    LinkState link,
    Optional<SignedOn> who,
    String number,
    Optional<ServerRefusal> refused,
    Optional<String> note,
    boolean waiting,
    String place) {
  /** How far one is in. */
  public enum Phase {
    /** Number and PIN are asked. */
    SIGNED_OFF,
    /** His PIN must be changed before anything else. */
    NEW_PIN,
    /** At work. */
    AT_WORK,
    /** He was away too long: his PIN is asked again, his screens wait. */
    LOCKED
  }

  static OfficeState begin(StoreInfo store, Language language, Theme theme) {
    return new OfficeState(
        Phase.SIGNED_OFF,
        store,
        language,
        theme,
        LinkState.GOOD,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        false,
        "");
  }

  OfficeState phase(Phase next) {
    return new OfficeState(
        next, store, language, theme, link, who, number, refused, note, waiting, place);
  }

  OfficeState words(Language newLanguage, Theme newTheme) {
    return new OfficeState(
        phase, store, newLanguage, newTheme, link, who, number, refused, note, waiting, place);
  }

  OfficeState link(LinkState now) {
    return new OfficeState(
        phase, store, language, theme, now, who, number, refused, note, waiting, place);
  }

  OfficeState who(Optional<SignedOn> now, String newNumber) {
    return new OfficeState(
        phase, store, language, theme, link, now, newNumber, refused, note, waiting, place);
  }

  /** Says why not, or something else; both empty = nothing. */
  OfficeState saying(Optional<ServerRefusal> why, Optional<String> newNote) {
    return new OfficeState(
        phase, store, language, theme, link, who, number, why, newNote, waiting, place);
  }

  OfficeState waiting(boolean is) {
    return new OfficeState(
        phase, store, language, theme, link, who, number, refused, note, is, place);
  }

  OfficeState place(String key) {
    return new OfficeState(
        phase, store, language, theme, link, who, number, refused, note, waiting, key);
  }
}
