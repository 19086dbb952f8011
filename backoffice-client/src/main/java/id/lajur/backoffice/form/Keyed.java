package id.lajur.backoffice.form;

/** A row that is known again when the rows come anew. */
public interface Keyed {
  /** Never changed, and no other row's. */
  String key();
}
