package id.lajur.backoffice.report;

import id.lajur.kit.connection.ServerRefusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows.
 *
 * @param kinds that can be chosen, in their order
 * @param terminal code, empty = all; so is the department
 * @param behind the item whose days are shown, null = the report itself
 * @param read last; stays until another has come
 * @param loading whether another is awaited
 */
record ReportState(
    List<ReportKind> kinds,
    ReportKind kind,
    PeriodChoice period,
    LocalDate from,
    LocalDate to,
    String terminal,
    String department,
    ReportActions.Choices choices,
    @Nullable Behind behind,
    @Nullable Read read,
    boolean loading,
    Optional<Message> message) {

  /** The item that was opened. */
  record Behind(String itemCode, String name) {}

  /**
   * A report as it was asked for.
   *
   * @param itemName of the one item that it is of, empty = it is of all
   */
  record Read(ReportQuery query, String itemName, ReportTable table) {}

  /**
   * What is said.
   *
   * @param key of the bundle: {@code message.<key>}; empty for a refusal
   */
  record Message(
      String key, Map<String, String> facts, boolean bad, @Nullable ServerRefusal refusal) {
    static Message good(String key, Map<String, String> facts) {
      return new Message(key, facts, false, null);
    }

    static Message bad(String key) {
      return new Message(key, Map.of(), true, null);
    }

    static Message of(ServerRefusal refusal) {
      return new Message("", Map.of(), true, refusal);
    }
  }

  /** The report that is asked for: the chosen one, or what lies behind its row. */
  ReportQuery query() {
    boolean sold = !kind.isStock();
    return new ReportQuery(
        behind == null ? kind : ReportKind.ITEM_DAYS,
        from,
        to,
        kind.isStock() && period == PeriodChoice.TODAY,
        kind.takesTerminal() ? terminal : "",
        behind == null && kind.takesDepartment() ? department : "",
        sold && behind != null ? behind.itemCode() : "");
  }

  ReportState with(ReportKind other) {
    return new ReportState(
        kinds,
        other,
        period,
        from,
        to,
        terminal,
        department,
        choices,
        null,
        read,
        loading,
        message);
  }

  ReportState with(PeriodChoice choice, LocalDate first, LocalDate last) {
    return new ReportState(
        kinds,
        kind,
        choice,
        first,
        last,
        terminal,
        department,
        choices,
        behind,
        read,
        loading,
        message);
  }

  ReportState with(String otherTerminal, String otherDepartment) {
    return new ReportState(
        kinds,
        kind,
        period,
        from,
        to,
        otherTerminal,
        otherDepartment,
        choices,
        behind,
        read,
        loading,
        message);
  }

  ReportState with(ReportActions.Choices other) {
    return new ReportState(
        kinds, kind, period, from, to, terminal, department, other, behind, read, loading, message);
  }

  ReportState behind(@Nullable Behind item) {
    return new ReportState(
        kinds, kind, period, from, to, terminal, department, choices, item, read, loading, message);
  }

  ReportState awaited() {
    return new ReportState(
        kinds,
        kind,
        period,
        from,
        to,
        terminal,
        department,
        choices,
        behind,
        read,
        true,
        Optional.empty());
  }

  ReportState come(Read fresh) {
    return new ReportState(
        kinds,
        kind,
        period,
        from,
        to,
        terminal,
        department,
        choices,
        behind,
        fresh,
        false,
        message);
  }

  ReportState saying(Message said) {
    return new ReportState(
        kinds,
        kind,
        period,
        from,
        to,
        terminal,
        department,
        choices,
        behind,
        read,
        loading,
        Optional.of(said));
  }

  /** Nothing is awaited any more. */
  ReportState ended() {
    return new ReportState(
        kinds, kind, period, from, to, terminal, department, choices, behind, read, false, message);
  }
}
