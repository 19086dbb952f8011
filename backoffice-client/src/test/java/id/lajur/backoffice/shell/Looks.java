package id.lajur.backoffice.shell;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * The looks that every screen is pictured in: both languages, both themes, the smallest and the
 * largest size with {@code -Dlajur.screens=all}, as {@code lajur screens} does; else the two that
 * differ in all of it.
 */
public final class Looks {
  private Looks() {}

  public static Stream<Arguments> all() {
    return "all".equals(System.getProperty("lajur.screens"))
        ? Stream.of(Language.values())
            .flatMap(
                language ->
                    Stream.of(Theme.values())
                        .flatMap(
                            theme ->
                                Stream.of(
                                    arguments(theme, language, 1024, 768),
                                    arguments(theme, language, 1920, 1080))))
        : Stream.of(
            arguments(Theme.LIGHT, Language.INDONESIAN, 1024, 768),
            arguments(Theme.DARK, Language.ENGLISH, 1920, 1080));
  }
}
