package id.lajur.pos.printer;

import id.lajur.pos.receipt.PaperKind;
import java.util.Optional;

/**
 * What a printer has to tell after a paper.
 *
 * @param state how it was at that paper
 * @param failed what kind of paper did not come out; empty when it did
 * @param kept papers that are to come out yet
 * @param elsewhere name of the printer that papers go to, where it is not the lane's own
 */
public record PrinterNews(
    PrinterState state, Optional<PaperKind> failed, int kept, Optional<String> elsewhere) {}
