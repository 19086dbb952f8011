package id.lajur.kit.window;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.thread.EventThread;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.UIManager;

/**
 * The words that the toolkit brings itself, as those of its file chooser, in the language of the
 * screens: Java has none in Indonesian. What is made afterwards, or gets its look anew, has them.
 */
public final class ToolkitWords {
  private ToolkitWords() {}

  /** From now on these are the words, in every look; on the event thread. */
  public static void speak(Language language) {
    EventThread.mustBeHere("the toolkit's words");
    Texts words = Texts.of(ToolkitWords.class, "toolkit", language);
    words.keys().forEach(key -> UIManager.put(key, words.get(key)));
    JComponent.setDefaultLocale(Locale.forLanguageTag(language.tag()));
  }
}
