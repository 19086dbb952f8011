package id.lajur.kit.theme;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Inter in its three weights; sizes in px at 100 %. From 40 px letters stand 2 % closer. */
public final class Fonts {
  private static final float CLOSER_FROM_PX = 40f;
  private static final float TRACKING = -0.02f;

  /** Painting asks for the same few fonts for every word; making one costs more than a word. */
  private record Wanted(String family, int style, float px) {}

  private static final Map<Wanted, Font> MADE = new ConcurrentHashMap<>();

  static {
    FlatInterFont.install();
  }

  private Fonts() {}

  public static Font regular(float px) {
    return of(FlatInterFont.FAMILY, Font.PLAIN, px);
  }

  public static Font semiBold(float px) {
    return of(FlatInterFont.FAMILY_SEMIBOLD, Font.PLAIN, px);
  }

  public static Font bold(float px) {
    return of(FlatInterFont.FAMILY, Font.BOLD, px);
  }

  private static Font of(String family, int style, float px) {
    return MADE.computeIfAbsent(new Wanted(family, style, px), Fonts::make);
  }

  private static Font make(Wanted wanted) {
    Font font = new Font(wanted.family(), wanted.style(), 1).deriveFont(wanted.px());
    return wanted.px() < CLOSER_FROM_PX
        ? font
        : font.deriveFont(Map.of(TextAttribute.TRACKING, TRACKING));
  }
}
