package id.lajur.installer.demo;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.thread.EventThread;
import id.lajur.pos.receipt.Paper;
import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;

/** What the receipt printers of the demo's lanes print, and who may sign on. */
final class PaperWindow extends JFrame {
  private final JTabbedPane tabs = new JTabbedPane();
  private final List<PaperRoll> rolls = new ArrayList<>();
  private final List<JLabel> drawers = new ArrayList<>();

  /**
   * @param people a line of HTML for each fact that a visitor needs
   * @param noPaper told the lane (from 0) and whether its paper is taken out, on the event thread
   */
  PaperWindow(int lanes, Paper paper, List<String> people, PaperTaken noPaper) {
    super("Lajur demo: kertas struk / receipt paper");
    EventThread.mustBeHere("the paper's window");
    setName("paper");
    var head = new JLabel("<html>" + String.join("<br>", people) + "</html>");
    head.setFont(Fonts.regular(16));
    head.setBorder(BorderFactory.createEmptyBorder(14, 18, 10, 18));
    for (int lane = 0; lane < lanes; lane++) {
      tabs.addTab("Lajur " + (lane + 1), printer(lane, paper, noPaper));
    }
    tabs.setFocusable(false);
    var all = new JPanel(new BorderLayout());
    all.add(head, BorderLayout.NORTH);
    all.add(tabs, BorderLayout.CENTER);
    setContentPane(all);
    setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
    pack();
  }

  /** What a visitor does with a printer. */
  interface PaperTaken {
    void taken(int lane, boolean out);
  }

  private JPanel printer(int lane, Paper paper, PaperTaken noPaper) {
    var roll = new PaperRoll(paper);
    rolls.add(roll);
    var drawer = new JLabel("");
    drawer.setForeground(Token.WARN.color());
    drawers.add(drawer);
    var paperOut = new JToggleButton("Kertas habis / out of paper");
    paperOut.setFocusable(false);
    paperOut.addActionListener(event -> noPaper.taken(lane, paperOut.isSelected()));
    var title = new JPanel(new BorderLayout(12, 0));
    title.setBorder(BorderFactory.createEmptyBorder(6, 16, 6, 16));
    title.add(drawer, BorderLayout.CENTER);
    title.add(paperOut, BorderLayout.EAST);
    var scroll = new JScrollPane(roll);
    scroll.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Token.LINE.color()));
    scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    var panel = new JPanel(new BorderLayout());
    panel.add(title, BorderLayout.NORTH);
    panel.add(scroll, BorderLayout.CENTER);
    return panel;
  }

  /** Takes the papers of a lane's printer, on whatever thread it prints. */
  Consumer<EscPosReader.Sheet> printerOf(int lane) {
    return sheet -> SwingUtilities.invokeLater(() -> add(lane, sheet));
  }

  private void add(int lane, EscPosReader.Sheet sheet) {
    PaperRoll roll = rolls.get(lane);
    tabs.setSelectedIndex(lane);
    roll.add(sheet.rows());
    drawers.get(lane).setText(sheet.drawerKicked() ? "laci terbuka" : "");
    SwingUtilities.invokeLater(
        () -> roll.scrollRectToVisible(new Rectangle(0, roll.getHeight() - 1, 1, 1)));
  }

  PaperRoll roll(int lane) {
    return rolls.get(lane);
  }
}
