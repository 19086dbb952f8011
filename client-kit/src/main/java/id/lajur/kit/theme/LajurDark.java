package id.lajur.kit.theme;

import com.formdev.flatlaf.FlatDarkLaf;
import javax.swing.UIDefaults;

/** The dark look; its colours stand in {@code LajurDark.properties}. */
public final class LajurDark extends FlatDarkLaf {
  @Override
  public String getName() {
    return "Lajur dark";
  }

  @Override
  public UIDefaults getDefaults() {
    return Theme.withOurFont(super.getDefaults());
  }
}
