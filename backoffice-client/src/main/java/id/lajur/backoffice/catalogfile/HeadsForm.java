package id.lajur.backoffice.catalogfile;

import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Each field of ours, and the column of the file that it stands in. */
final class HeadsForm extends JPanel {
  private final Texts texts;

  /**
   * @param chosen told field and head; "" = the file does not have the field
   */
  HeadsForm(
      Catalog.Heads file, Catalog.Rules rules, Texts texts, BiConsumer<String, String> chosen) {
    super(new MigLayout("insets 0, gap 0 2, wrap 1, fillx", "[grow,fill]"));
    this.texts = texts;
    setOpaque(false);
    setName("catalogfile.heads");
    for (String field : file.fields()) {
      var word = new JLabel(field(field, texts));
      word.setFont(Fonts.semiBold(15));
      word.setForeground(Token.INK2.color());
      add(word, "wmin 0");
      add(box(field, file, rules, chosen), "wmin 0, h 38!, gapbottom 6");
    }
  }

  /** Its own name where a newer server has one that we do not know. */
  static String field(String field, Texts texts) {
    return texts.has("field." + field) ? texts.get("field." + field) : field;
  }

  private JComboBox<String> box(
      String field, Catalog.Heads file, Catalog.Rules rules, BiConsumer<String, String> chosen) {
    List<String> heads = new ArrayList<>();
    heads.add("");
    file.heads().stream().map(Catalog.Head::name).filter(one -> !one.isEmpty()).forEach(heads::add);
    var box = new JComboBox<>(heads.toArray(String[]::new));
    box.setName("catalogfile.head." + field);
    box.setFont(Fonts.regular(16));
    box.setSelectedItem(rules.head(field));
    box.setRenderer(new Named(file));
    box.addActionListener(
        event -> {
          if (box.getSelectedItem() instanceof String head) {
            chosen.accept(field, head);
          }
        });
    return box;
  }

  /** In the open list a head stands with what the file says under it. */
  private final class Named extends DefaultListCellRenderer {
    private final Catalog.Heads file;

    Named(Catalog.Heads file) {
      this.file = file;
    }

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
      String head = value == null ? "" : value.toString();
      String samples =
          file.heads().stream()
              .filter(one -> one.name().equals(head))
              .findFirst()
              .map(one -> String.join(" · ", one.samples()))
              .orElse("");
      String shown = head.isEmpty() ? texts.get("head.none") : head;
      return super.getListCellRendererComponent(
          list,
          index >= 0 && !samples.isEmpty() ? shown + "   " + samples : shown,
          index,
          selected,
          focused);
    }
  }
}
