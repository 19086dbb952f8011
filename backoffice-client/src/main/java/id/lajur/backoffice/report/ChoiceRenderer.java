package id.lajur.backoffice.report;

import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;

/** A lane or department by its name. */
final class ChoiceRenderer extends DefaultListCellRenderer {
  private final String all;

  /**
   * @param all what stands for every one of them
   */
  ChoiceRenderer(String all) {
    this.all = all;
  }

  @Override
  public Component getListCellRendererComponent(
      JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
    String text = value instanceof ReportActions.Choice choice ? named(choice) : "";
    return super.getListCellRendererComponent(list, text, index, selected, focused);
  }

  private String named(ReportActions.Choice choice) {
    return choice.code().isEmpty() ? all : choice.name().isEmpty() ? choice.code() : choice.name();
  }
}
