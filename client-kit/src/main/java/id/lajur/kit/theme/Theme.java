package id.lajur.kit.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatSystemProperties;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import javax.swing.UIDefaults;
import javax.swing.plaf.FontUIResource;

/** The two looks of the screens. */
public enum Theme {
  LIGHT,
  DARK;

  private static final float TEXT_PX = 16f;

  /** The look and feel of this theme, with fonts and shared measures registered. */
  public FlatLaf lookAndFeel() {
    FlatInterFont.install();
    // Java scales every pixel by itself; FlatLaf would scale once more by the size of the font.
    System.setProperty(FlatSystemProperties.UI_SCALE_ENABLED, "false");
    FlatLaf.registerCustomDefaultsSource(
        Theme.class.getPackageName(), Theme.class.getClassLoader());
    return this == LIGHT ? new LajurLight() : new LajurDark();
  }

  /** Makes this the look of the program and of every open window; on the event thread. */
  public void install() {
    FlatLaf.setup(lookAndFeel());
    FlatLaf.updateUI();
  }

  /** FlatLaf makes a font named in properties smaller on Linux, so ours is set as it is. */
  static UIDefaults withOurFont(UIDefaults defaults) {
    defaults.put("defaultFont", new FontUIResource(Fonts.regular(TEXT_PX)));
    return defaults;
  }

  /** The theme that a switch leads to. */
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
