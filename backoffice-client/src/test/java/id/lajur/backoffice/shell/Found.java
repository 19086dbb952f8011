package id.lajur.backoffice.shell;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** What stands in a window, as a test looks for it; from the outside in, in the window's order. */
public final class Found {
  private Found() {}

  /** All that stands in a container. */
  public static List<Component> all(Container in) {
    List<Component> found = new ArrayList<>();
    for (Component each : in.getComponents()) {
      found.add(each);
      if (each instanceof Container inner) {
        found.addAll(all(inner));
      }
    }
    return found;
  }

  /** All of a kind. */
  public static <C extends Component> List<C> all(Container in, Class<C> kind) {
    return all(in).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The first of a kind, which is there. */
  public static <C extends Component> C first(Container in, Class<C> kind) {
    return all(in, kind).stream().findFirst().orElseThrow();
  }

  /** The first of a name. */
  public static Optional<Component> named(Container in, String name) {
    return all(in).stream().filter(each -> name.equals(each.getName())).findFirst();
  }

  /** The first of a name and kind: a table and the tab it stands on may share one. */
  public static <C extends Component> Optional<C> named(Container in, Class<C> kind, String name) {
    return all(in, kind).stream().filter(each -> name.equals(each.getName())).findFirst();
  }

  /** A field that is there. */
  public static JTextField field(Container in, String name) {
    return named(in, JTextField.class, name).orElseThrow();
  }

  /** What an empty list says. */
  public static String said(Container in, String list) {
    return named(in, JLabel.class, list + ".empty").orElseThrow().getText();
  }
}
