package id.lajur.backoffice.report;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;

/** The reports to choose from, by what they are of. */
final class KindList extends JList<ReportKind> {
  private static final int ROW = 38;
  private static final int HEADING = 34;

  private boolean showing;

  KindList(List<ReportKind> kinds, ReportWords words, Consumer<ReportKind> chosen) {
    var model = new DefaultListModel<ReportKind>();
    kinds.forEach(model::addElement);
    setModel(model);
    setName("report.kinds");
    setOpaque(false);
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setCellRenderer(new Renderer(kinds, words));
    getAccessibleContext().setAccessibleName(words.get("list"));
    addListSelectionListener(
        event -> {
          ReportKind kind = getSelectedValue();
          if (!event.getValueIsAdjusting() && !showing && kind != null) {
            chosen.accept(kind);
          }
        });
  }

  void show(ReportKind kind) {
    showing = true;
    setSelectedValue(kind, true);
    showing = false;
  }

  /** One row, with the heading of its group above the first of it. */
  private static final class Renderer extends JComponent implements ListCellRenderer<ReportKind> {
    private final List<ReportKind> kinds;
    private final ReportWords words;
    private @Nullable ReportKind kind;
    private boolean first;
    private boolean selected;
    private boolean focused;

    Renderer(List<ReportKind> kinds, ReportWords words) {
      this.kinds = kinds;
      this.words = words;
    }

    @Override
    public Component getListCellRendererComponent(
        JList<? extends ReportKind> list,
        ReportKind value,
        int index,
        boolean isSelected,
        boolean hasFocus) {
      kind = value;
      first = index == 0 || kinds.get(index - 1).group() != value.group();
      selected = isSelected;
      focused = hasFocus;
      return this;
    }

    @Override
    public Dimension getPreferredSize() {
      return new Dimension(150, ROW + (first ? HEADING : 0));
    }

    @Override
    protected void paintComponent(Graphics g) {
      if (kind == null) {
        return;
      }
      Graphics2D own = (Graphics2D) g.create();
      try {
        var draw = new Draw(own);
        int top = first ? HEADING : 0;
        if (first) {
          draw.name(
              words.get("group." + kind.group()),
              Fonts.semiBold(14),
              Token.INK3,
              12,
              HEADING - 9f,
              getWidth() - 16f);
        }
        if (selected) {
          draw.fill(Token.P_SOFT, 0, top, getWidth(), ROW);
          draw.fill(Token.PRIMARY, 0, top, focused ? 5 : 4, ROW);
        }
        var font = selected ? Fonts.semiBold(16) : Fonts.regular(16);
        draw.name(
            words.get("short." + kind),
            font,
            selected ? Token.P_INK : Token.INK,
            16,
            Draw.middle(font, top + ROW / 2f),
            getWidth() - 20f);
      } finally {
        own.dispose();
      }
    }
  }
}
