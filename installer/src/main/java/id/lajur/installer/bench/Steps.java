package id.lajur.installer.bench;

/** Told what begins; shows it where somebody looks. */
@FunctionalInterface
interface Steps {
  void step(String name);
}
