package id.lajur.kit.table;

import java.util.Optional;

/** What a person has chosen of a table, kept for the next time. */
public interface TableChoices {
  /** Keeps nothing. */
  TableChoices NONE =
      new TableChoices() {
        @Override
        public Optional<String> of(String table) {
          return Optional.empty();
        }

        @Override
        public void keep(String table, String chosen) {}
      };

  /** What was kept of a table of this name. */
  Optional<String> of(String table);

  /** Keeps it; on the event thread, so whoever writes to a disk does so elsewhere. */
  void keep(String table, String chosen);
}
