package id.lajur.kit.enrolment;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.util.List;
import java.util.Optional;

/**
 * What the first window of a machine shows.
 *
 * @param found stores that this machine's networks know of
 * @param address of the server that is looked at, as it was chosen or typed
 * @param fingerprint of the authority that it shows; empty before
 * @param waiting whether a server is being asked
 * @param refused why the last act did not succeed
 * @param taken the place that this machine has now
 */
public record EnrolmentState(
    Phase phase,
    Language language,
    Theme theme,
    List<FoundStore> found,
    String address,
    String fingerprint,
    boolean waiting,
    Optional<CannotEnrol> refused,
    Optional<Taken> taken) {

  /** One after the other. */
  public enum Phase {
    /** Which server is the store's? */
    SERVER,
    /** Is it really that one, and which place does this machine take? */
    CODE,
    /** The machine has its place. */
    DONE
  }

  public EnrolmentState {
    found = List.copyOf(found);
  }

  static EnrolmentState begin(Language language, Theme theme, String address) {
    return new EnrolmentState(
        Phase.SERVER,
        language,
        theme,
        List.of(),
        address,
        "",
        false,
        Optional.empty(),
        Optional.empty());
  }

  EnrolmentState phase(Phase now) {
    return new EnrolmentState(
        now, language, theme, found, address, fingerprint, false, Optional.empty(), taken);
  }

  EnrolmentState words(Language other, Theme look) {
    return new EnrolmentState(
        phase, other, look, found, address, fingerprint, waiting, refused, taken);
  }

  EnrolmentState found(List<FoundStore> stores) {
    return new EnrolmentState(
        phase, language, theme, stores, address, fingerprint, waiting, refused, taken);
  }

  EnrolmentState asking(String server) {
    return new EnrolmentState(
        phase, language, theme, found, server, fingerprint, true, Optional.empty(), taken);
  }

  EnrolmentState shows(String authority) {
    return new EnrolmentState(
        Phase.CODE, language, theme, found, address, authority, false, Optional.empty(), taken);
  }

  EnrolmentState refused(CannotEnrol why) {
    return new EnrolmentState(
        phase, language, theme, found, address, fingerprint, false, Optional.of(why), taken);
  }

  EnrolmentState taken(Taken place) {
    return new EnrolmentState(
        Phase.DONE,
        language,
        theme,
        found,
        address,
        fingerprint,
        false,
        Optional.empty(),
        Optional.of(place));
  }
}
