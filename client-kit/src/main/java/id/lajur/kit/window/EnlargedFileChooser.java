package id.lajur.kit.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dialog.ModalityType;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Window;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a file in a dialog as large as the window that it stands over, in the look and with the
 * {@linkplain ToolkitWords words} of that moment; a screen that is too small for it shows it
 * smaller.
 */
public final class EnlargedFileChooser extends JFileChooser {
  private static final long serialVersionUID = 1L;

  @Override
  protected JDialog createDialog(@Nullable Component parent) {
    Window over =
        parent instanceof Window window
            ? window
            : parent == null ? null : SwingUtilities.getWindowAncestor(parent);
    // Kept while it is not shown, it knows nothing of another language or another theme.
    setLocale(getDefaultLocale());
    int type = getDialogType();
    updateUI();
    setDialogType(OPEN_DIALOG); // a new look begins with the words of this one
    setDialogType(type);
    var dialog = new Enlarged(over, getUI().getDialogTitle(this));
    dialog.setComponentOrientation(getComponentOrientation());
    dialog.getContentPane().setLayout(new BorderLayout());
    dialog.getContentPane().add(this, BorderLayout.CENTER);
    dialog.enlarge(over instanceof EnlargedFrame frame ? frame.percent() : 100, getPreferredSize());
    dialog.setLocationRelativeTo(parent);
    return dialog;
  }

  private static final class Enlarged extends JDialog {
    private static final long serialVersionUID = 1L;

    Enlarged(@Nullable Window over, @Nullable String title) {
      super(over, title, ModalityType.APPLICATION_MODAL);
      // A title bar of FlatLaf's own would be laid out with the content.
      getRootPane().putClientProperty(FlatClientProperties.USE_WINDOW_DECORATIONS, false);
    }

    void enlarge(int percent, Dimension least) {
      EnlargedRoot root = (EnlargedRoot) getRootPane();
      root.leastRoom(least);
      root.enlarge(percent);
      pack();
      Rectangle screen = getGraphicsConfiguration().getBounds();
      setSize(Math.min(getWidth(), screen.width), Math.min(getHeight(), screen.height));
    }

    @Override
    protected JRootPane createRootPane() {
      return new EnlargedRoot();
    }
  }
}
