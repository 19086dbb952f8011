package id.lajur.backoffice.receiving;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.widget.KeyButton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** Supplier, delivery note and date: of a new delivery, or of the open one. */
final class HeadForm extends SideForm {
  private final JComboBox<NamedCode> supplier = choice();
  private final JTextField note = new JTextField();
  private final JTextField date = new JTextField();
  private final KeyButton discard;
  private List<NamedCode> shown = List.of();

  HeadForm(ReceivingPresenter presenter, Words words) {
    super(words, "form.head");
    put("head.supplier", supplier);
    put("head.note", note);
    put("head.date", date);
    discard =
        new KeyButton(
            KeyButton.Look.PLAIN,
            "Ctrl+Del",
            "ctrl DELETE",
            words.get("form.head.discard"),
            presenter::discard);
    discard.setFont(Fonts.semiBold(15));
    add(discard, "h 44!");
    ways(
        "form.head.on",
        () ->
            presenter.head(
                (NamedCode) supplier.getSelectedItem(), note.getText().strip(), typedDate()),
        presenter::back);
  }

  private @Nullable LocalDate typedDate() {
    return read(date.getText()).orElse(null);
  }

  /** As it is shown: 23/11/2026; the year may have two digits. */
  private static Optional<LocalDate> read(String text) {
    return text.strip().split("[/.]", -1).length == 3
        ? TypedLine.date(text.strip())
        : Optional.empty();
  }

  /** Fills it when it comes up. */
  void begin(@Nullable Sheet sheet, LocalDate today) {
    discard.setVisible(sheet != null);
    note.setText(sheet == null ? "" : sheet.deliveryNote());
    LocalDate on = sheet == null ? today : sheet.deliveredOn();
    date.setText(
        String.format(
            Locale.ROOT, "%02d/%02d/%d", on.getDayOfMonth(), on.getMonthValue(), on.getYear()));
  }

  void suppliers(List<NamedCode> all, @Nullable Sheet sheet) {
    if (shown.equals(all)) {
      return;
    }
    shown = all;
    supplier.removeAllItems();
    all.forEach(supplier::addItem);
    supplier.setSelectedIndex(-1);
    for (NamedCode one : all) {
      if (sheet != null && one.code().equals(sheet.supplier())) {
        supplier.setSelectedItem(one);
      }
    }
  }

  void focus() {
    supplier.requestFocusInWindow();
  }
}
