package id.lajur.backoffice.form;

/** Of a list that has nothing beside its rows. */
public enum Nothing {
  BESIDE
}
