package id.lajur.kit.theme;

import com.formdev.flatlaf.FlatLightLaf;
import javax.swing.UIDefaults;

/** The light look; its colours stand in {@code LajurLight.properties}. */
public final class LajurLight extends FlatLightLaf {
  @Override
  public String getName() {
    return "Lajur light";
  }

  @Override
  public UIDefaults getDefaults() {
    return Theme.withOurFont(super.getDefaults());
  }
}
