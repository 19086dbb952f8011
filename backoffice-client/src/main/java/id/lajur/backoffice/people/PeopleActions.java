package id.lajur.backoffice.people;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the screens of people and roles need of the store; each fails with a ServerRefusal. */
public interface PeopleActions {
  /** Somebody new, or what is to become of somebody. */
  record Details(String number, String name, String role, String language) {}

  /** Everybody there ever was, by number. */
  CompletableFuture<List<Person>> people();

  CompletableFuture<RoleInfo.All> roles();

  CompletableFuture<Void> create(Details person, String pin);

  CompletableFuture<Void> update(Details person);

  CompletableFuture<Void> resetPin(String number, String pin);

  CompletableFuture<Void> unlock(String number);

  CompletableFuture<Void> dismiss(String number);

  CompletableFuture<Void> reinstate(String number);

  /**
   * @param like code of a role or template
   */
  CompletableFuture<Void> createRole(String code, String name, String like);

  CompletableFuture<Void> updateRole(String code, RoleInfo.Change change);
}
