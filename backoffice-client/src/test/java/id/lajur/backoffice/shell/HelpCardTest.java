package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Theme;
import java.awt.Component;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class HelpCardTest {
  @Test
  void theKeysThatAlwaysWorkAreNamedOneByOne() {
    Theme.LIGHT.install();
    Texts texts = Texts.of(OfficePanel.class, "shell", Language.ENGLISH);

    List<String> rows =
        Stream.of(HelpCard.of(new JPanel(), texts).getComponents())
            .map(Component::getName)
            .filter(Objects::nonNull)
            .toList();

    assertThat(rows)
        .contains(
            "Ctrl O: Older rows of a table",
            "Ctrl + -: Everything larger or smaller",
            "Ctrl 0: Original size");
  }
}
