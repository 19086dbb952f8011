package id.lajur.pos.receipt;

import id.lajur.kit.i18n.Language;
import id.lajur.sale.v1.Receipt;
import java.util.List;

/** The receipt of a sale. */
public record ReceiptPrintout(Receipt receipt) implements Printout {
  @Override
  public PaperKind kind() {
    return PaperKind.SALE;
  }

  @Override
  public List<PaperRow> rows(Paper paper, Language language) {
    return ReceiptLayout.of(receipt, paper, language);
  }

  @Override
  public ReceiptPrintout asCopy() {
    return copy() ? this : new ReceiptPrintout(receipt.toBuilder().setCopyNumber(1).build());
  }

  @Override
  public boolean copy() {
    return receipt.getCopyNumber() > 0;
  }

  @Override
  public String name() {
    return ReceiptLayout.number(receipt);
  }
}
