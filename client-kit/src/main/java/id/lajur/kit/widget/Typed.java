package id.lajur.kit.widget;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** What is typed into a field, as it is typed. On the event thread. */
public final class Typed {
  private Typed() {}

  /**
   * Tells each change of a field's text, by its user or by the program.
   *
   * @param changed may read the field, and must not write it
   */
  public static void on(JTextComponent field, Runnable changed) {
    field
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                changed.run();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                changed.run();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                // attributes, which plain text has none of
              }
            });
  }
}
