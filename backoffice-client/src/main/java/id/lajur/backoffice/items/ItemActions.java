package id.lajur.backoffice.items;

import id.lajur.backoffice.form.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** What the screen of items needs of the store; each answer comes on a thread of its own. */
interface ItemActions {
  /**
   * Shows that the list is awaited, page after page, as one thing.
   *
   * @param giveUp reads no more of it
   * @return tells its end
   */
  Runnable listing(Runnable giveUp);

  /** A page of all items by name; an empty token is the first. */
  CompletableFuture<Items.Page> page(String token);

  /** The items whose name or code is like this. */
  CompletableFuture<Items.Page> like(String code);

  CompletableFuture<Items.Choices> choices();

  /**
   * Makes a department; gives what an item may be put into from then on.
   *
   * @param taxClass code; of amounts that a lane enters in it
   */
  CompletableFuture<Items.Choices> newDepartment(String code, String name, String taxClass);

  CompletableFuture<Items.Read> item(String code);

  /** Its changes, the newest first; an empty token is the first page. */
  CompletableFuture<Page<Items.Change>> history(String code, String token);

  /** Its moves, the newest first; an empty token is the first page. */
  CompletableFuture<Page<Items.Move>> stockCard(String code, String token);

  /** Gives its code. */
  CompletableFuture<String> create(Items.Sheet item);

  /**
   * Gives its new etag.
   *
   * @param fields that differ, as the contract calls them
   * @param etag as the item was read
   */
  CompletableFuture<String> update(Items.Sheet item, List<String> fields, String etag);

  /** The document behind a move. */
  CompletableFuture<Items.Paper> paper(Items.Move move);

  /**
   * Sets what a unit costs at a price level; gives the moment.
   *
   * @param priceMinor empty = the retail price again
   * @param from as below
   */
  CompletableFuture<Instant> levelPrice(
      String code, Items.AtLevel at, OptionalLong priceMinor, Optional<LocalDate> from);

  /**
   * Sets a price; gives the moment.
   *
   * @param from the day it begins with, in the shop's zone; empty = now
   */
  CompletableFuture<Instant> price(
      String code, String unit, long priceMinor, Optional<LocalDate> from);
}
