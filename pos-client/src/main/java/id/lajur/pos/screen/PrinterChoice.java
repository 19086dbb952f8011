package id.lajur.pos.screen;

/**
 * A receipt printer as it is chosen on the screen.
 *
 * @param address host, host:port or file:path; empty while none is set up
 * @param paperMm width of its paper, 58 or 80
 */
public record PrinterChoice(String address, int paperMm) {
  PrinterChoice at(String newAddress) {
    return new PrinterChoice(newAddress, paperMm);
  }

  PrinterChoice on(int newPaperMm) {
    return new PrinterChoice(address, newPaperMm);
  }
}
