package id.lajur.pos.printer;

/** No printer is set up yet: papers are kept until one is. */
final class NoPort implements PrinterPort {
  @Override
  public void send(byte[] bytes) throws NotPrinted {
    throw new NotPrinted(NotPrinted.Cause.OUT_OF_ORDER, false, "no printer is set up", null);
  }

  @Override
  public String name() {
    return "";
  }
}
