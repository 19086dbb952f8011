package id.lajur.backoffice.items;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.connection.ServerRefusal;
import java.util.List;
import java.util.Optional;

/**
 * What the screen of items shows.
 *
 * @param read rows have come: where there are none, there are none
 * @param total of all items, as the server counted them; 0 before
 * @param card the item beside the list
 * @param kept prices that were set before the rest of the same act was refused
 * @param note key of a word of what was done
 */
record ItemsState(
    List<Items.Row> rows,
    boolean read,
    long total,
    boolean loading,
    Items.Choices choices,
    Optional<Card> card,
    boolean saving,
    List<Items.Kept> kept,
    Optional<String> note,
    Optional<ServerRefusal> refused) {
  static final ItemsState EMPTY =
      new ItemsState(
          List.of(),
          false,
          0,
          false,
          Items.Choices.NONE,
          Optional.empty(),
          false,
          List.of(),
          Optional.empty(),
          Optional.empty());

  ItemsState {
    rows = List.copyOf(rows);
    kept = List.copyOf(kept);
  }

  /**
   * An item as it was read; a new one has no code yet.
   *
   * @param atMoves it was opened to look at its stock card
   * @param moves empty until somebody looks at them
   * @param paper the document that is open behind one of them
   */
  record Card(
      Items.Read read,
      boolean atMoves,
      Optional<Page<Items.Move>> moves,
      Optional<Items.Paper> paper,
      Optional<Page<Items.Change>> history) {
    static Card of(Items.Read read) {
      return new Card(read, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Card atStockCard() {
      return new Card(read, true, moves, paper, history);
    }

    boolean isNew() {
      return code().isEmpty();
    }

    String code() {
      return read.item().code();
    }

    /** What stands over a list that is about this item. */
    String titled(String list) {
      return list + " · " + code() + " " + read.item().name();
    }

    /** The same as it is now; its moves stay, its history is to be read anew. */
    Card reread(Items.Read fresh) {
      return new Card(fresh, false, moves, paper, Optional.empty());
    }

    Card priced(List<Items.Kept> kept) {
      return new Card(read.priced(kept), atMoves, moves, paper, history);
    }

    Card withMoves(Page<Items.Move> fresh) {
      return new Card(read, atMoves, Optional.of(fresh), paper, history);
    }

    Card withHistory(Page<Items.Change> fresh) {
      return new Card(read, atMoves, moves, paper, Optional.of(fresh));
    }

    /** Older ones below what was read, if nothing came below it meanwhile. */
    Card withOlderMoves(Page<Items.Move> read, Page<Items.Move> older) {
      return moves.equals(Optional.of(read)) ? withMoves(read.and(older)) : this;
    }

    /** Older ones below what was read, if nothing came below it meanwhile. */
    Card withOlderHistory(Page<Items.Change> read, Page<Items.Change> older) {
      return history.equals(Optional.of(read)) ? withHistory(read.and(older)) : this;
    }

    Card withPaper(Optional<Items.Paper> opened) {
      return new Card(read, atMoves, moves, opened, history);
    }
  }

  ItemsState rows(List<Items.Row> fresh, long count, boolean more) {
    return new ItemsState(fresh, read, count, more, choices, card, saving, kept, note, refused);
  }

  /** Rows of the store, some or all. */
  ItemsState came(List<Items.Row> fresh, long count, boolean more) {
    return new ItemsState(fresh, true, count, more, choices, card, saving, kept, note, refused);
  }

  ItemsState choices(Items.Choices fresh) {
    return new ItemsState(rows, read, total, loading, fresh, card, saving, kept, note, refused);
  }

  ItemsState card(Optional<Card> fresh) {
    return new ItemsState(
        rows,
        read,
        total,
        loading,
        choices,
        fresh,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same item, with something more of it; what was said stays. */
  ItemsState more(Card fresh) {
    return new ItemsState(
        rows, read, total, loading, choices, Optional.of(fresh), saving, kept, note, refused);
  }

  ItemsState whileSaving() {
    return new ItemsState(
        rows,
        read,
        total,
        loading,
        choices,
        card,
        true,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  ItemsState saying(String key) {
    return new ItemsState(
        rows,
        read,
        total,
        loading,
        choices,
        card,
        false,
        List.of(),
        Optional.of(key),
        Optional.empty());
  }

  ItemsState refused(ServerRefusal refusal) {
    return new ItemsState(
        rows,
        read,
        total,
        false,
        choices,
        card,
        false,
        List.of(),
        Optional.empty(),
        Optional.of(refusal));
  }

  /** Some prices of an act were set, the rest of it was refused. */
  ItemsState partly(Card fresh, List<Items.Kept> set, ServerRefusal refusal) {
    return new ItemsState(
        rows,
        read,
        total,
        loading,
        choices,
        Optional.of(fresh),
        false,
        set,
        Optional.empty(),
        Optional.of(refusal));
  }
}
