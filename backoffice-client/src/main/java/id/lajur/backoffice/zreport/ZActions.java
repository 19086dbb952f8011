package id.lajur.backoffice.zreport;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import java.util.concurrent.CompletableFuture;

/** What the screen of Z reports needs of the store; each fails with a ServerRefusal. */
public interface ZActions {
  /** The newest of all lanes first; an empty token is the first page. */
  CompletableFuture<Page<ListedZ>> list(String token);

  CompletableFuture<ZReport> open(String terminal, long number);

  /** A further paper of a Z: the store numbers it and keeps who asked for it. */
  CompletableFuture<ZCopy> copy(String terminal, long number);

  /** Makes a paper and opens it where the machine prints from; gives whether it could. */
  CompletableFuture<Boolean> print(TabularDocument document, Formats formats);
}
