package id.lajur.kit.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Theme;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a chooser of files shows, part by part. */
@CacioTest
class ToolkitWordsWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path empty;

  private static Texts words(Language language) {
    return Texts.of(ToolkitWords.class, "toolkit", language);
  }

  private static Set<String> all(Language language) {
    Texts words = words(language);
    var all = new HashSet<String>();
    words.keys().forEach(key -> all.add(words.get(key)));
    return all;
  }

  /** All that is written, told or read out in a component, but for what its list is filled with. */
  private static Set<String> shown(Container in) {
    var found = new TreeSet<String>();
    for (Component each : in.getComponents()) {
      if (each instanceof JLabel label) {
        add(found, label.getText());
      }
      if (each instanceof AbstractButton button) {
        add(found, button.getText());
      }
      if (each instanceof JTable table) {
        for (int column = 0; column < table.getColumnCount(); column++) {
          add(found, String.valueOf(table.getColumnModel().getColumn(column).getHeaderValue()));
        }
      }
      if (each instanceof JComponent component) {
        add(found, component.getToolTipText());
        add(found, component.getAccessibleContext().getAccessibleName());
        if (component.getComponentPopupMenu() != null) {
          found.addAll(shown(component.getComponentPopupMenu()));
        }
      }
      if (each instanceof Container below) {
        found.addAll(shown(below));
      }
    }
    return found;
  }

  private static void add(Set<String> to, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      to.add(text);
    }
  }

  private EnlargedFileChooser chooser(int type) {
    var chooser = new EnlargedFileChooser();
    chooser.setFileFilter(new FileNameExtensionFilter("XLSX", "xlsx"));
    chooser.setCurrentDirectory(empty.toFile());
    chooser.setDialogType(type);
    return chooser;
  }

  private static void withDetails(Container in) {
    for (Component each : in.getComponents()) {
      if (each instanceof AbstractButton button
          && String.valueOf(button.getToolTipText()).equals(word("detailsViewButtonToolTipText"))) {
        button.doClick();
      }
      if (each instanceof Container below) {
        withDetails(below);
      }
    }
  }

  private static String word(String key) {
    return UIManager.getString("FileChooser." + key);
  }

  @AfterEach
  void asJavaHasThem() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          words(Language.ENGLISH).keys().forEach(key -> UIManager.put(key, null));
          JComponent.setDefaultLocale(Locale.getDefault());
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyWordOfAFileChooserIsOurs(Language language) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          Theme.LIGHT.install();
          ToolkitWords.speak(language);
          for (int type : new int[] {JFileChooser.OPEN_DIALOG, JFileChooser.SAVE_DIALOG}) {
            EnlargedFileChooser chooser = chooser(type);
            Set<String> first = shown(chooser);
            withDetails(chooser);
            Set<String> details = shown(chooser);

            assertThat(first).contains(word("cancelButtonText"), word("fileNameLabelText"));
            assertThat(details).contains(word("fileSizeHeaderText"));
            assertThat(all(language)).containsAll(first).containsAll(details);
            assertThat(all(language)).contains(chooser.getUI().getDialogTitle(chooser));
            assertThat(all(language))
                .contains(chooser.getAcceptAllFileFilter().getDescription())
                .contains(chooser.getTypeDescription(empty.toFile()));
          }
        });
  }

  @Test
  void aKeptChooserSpeaksTheOtherLanguageAndHasTheOtherLookWhenItIsShownAgain() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          Theme.LIGHT.install();
          ToolkitWords.speak(Language.ENGLISH);
          EnlargedFileChooser chooser = chooser(JFileChooser.SAVE_DIALOG);
          chooser.setSelectedFile(empty.resolve("laporan.xlsx").toFile());
          assertThat(shown(chooser)).contains("Save in:", "Cancel");

          ToolkitWords.speak(Language.INDONESIAN);
          Theme.DARK.install();
          var dialog = chooser.createDialog(null);

          assertThat(dialog.getTitle()).isEqualTo("Simpan");
          assertThat(shown(chooser)).contains("Simpan di:", "Batal").doesNotContain("Cancel");
          assertThat(chooser.getBackground()).isEqualTo(UIManager.getColor("Panel.background"));
          assertThat(chooser.getSelectedFile().getName()).isEqualTo("laporan.xlsx");
          assertThat(chooser.getFileFilter().getDescription()).isEqualTo("XLSX");
          dialog.dispose();
        });
  }

  @Test
  void eachWordIsOneThatTheToolkitAsksFor() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          Theme.LIGHT.install();
          var own = UIManager.getLookAndFeelDefaults();
          Set<String> keys = words(Language.INDONESIAN).keys();

          assertThat(keys).allMatch(key -> own.getString(key, Locale.ROOT) != null);
          assertThat(words(Language.ENGLISH).keys()).isEqualTo(keys);
        });
  }
}
