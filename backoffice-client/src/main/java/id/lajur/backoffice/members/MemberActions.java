package id.lajur.backoffice.members;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the screen of members needs of the store; each fails with a ServerRefusal. */
interface MemberActions {
  /** Every member, by number. */
  CompletableFuture<List<Member>> members();

  /** The price levels, retail first. */
  CompletableFuture<List<Level>> levels();

  /** Gives him as the store has kept him. */
  CompletableFuture<Member> create(Member member);

  /**
   * Changes all but the number, if nobody has changed it since it was read; gives him as the store
   * has kept him.
   */
  CompletableFuture<Member> update(Member member);

  /** Makes a price level, or gives one of this code another name. */
  CompletableFuture<Level> save(Level level);
}
