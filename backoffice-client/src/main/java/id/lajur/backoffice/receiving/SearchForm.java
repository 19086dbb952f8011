package id.lajur.backoffice.receiving;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.widget.Typed;
import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.JTextField;

/** Finds an item by its name, best sellers first. */
final class SearchForm extends SideForm {
  private final ReceivingPresenter presenter;
  private final JTextField query = new JTextField();
  private final DefaultListModel<Found> model = new DefaultListModel<>();
  private final JList<Found> list = new JList<>(model);
  private List<Found> shown = List.of();

  SearchForm(ReceivingPresenter presenter, Words words) {
    super(words, "form.search");
    this.presenter = presenter;
    query.setFont(Fonts.regular(16));
    query.putClientProperty("JTextField.placeholderText", words.get("form.search.hint"));
    add(query, "h 40!");
    list.setFixedCellHeight(44);
    list.setVisibleRowCount(4); // at least; it takes what room there is
    list.setFont(Fonts.regular(15));
    list.setCellRenderer(
        new DefaultListCellRenderer() {
          @Override
          public Component getListCellRendererComponent(
              JList<?> all, Object value, int index, boolean chosen, boolean focus) {
            var unused = super.getListCellRendererComponent(all, value, index, chosen, focus);
            if (value instanceof Found found) {
              setText(found.name() + "   " + found.unit());
            }
            return this;
          }
        });
    add(new JScrollPane(list), "grow, pushy");
    Typed.on(query, () -> presenter.goods().search(query.getText()));
    query.addActionListener(event -> take());
    ways("Enter", "", "form.search.on", this::take, presenter::back);
    Keys.on(query, "DOWN", () -> step(1));
    Keys.on(query, "UP", () -> step(-1));
    Keys.on(query, "ESCAPE", presenter::back);
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2) {
              take();
            }
          }
        });
  }

  private void step(int by) {
    if (!model.isEmpty()) {
      int next = Math.max(0, Math.min(model.size() - 1, list.getSelectedIndex() + by));
      list.setSelectedIndex(next);
      list.ensureIndexIsVisible(next);
    }
  }

  private void take() {
    Found found = list.getSelectedValue();
    if (found != null) {
      presenter.goods().take(found);
    }
  }

  void begin() {
    query.setText("");
  }

  void found(List<Found> found) {
    if (!shown.equals(found)) {
      shown = found;
      model.clear();
      found.forEach(model::addElement);
      list.setSelectedIndex(found.isEmpty() ? -1 : 0);
    }
  }

  void focus() {
    query.requestFocusInWindow();
  }
}
