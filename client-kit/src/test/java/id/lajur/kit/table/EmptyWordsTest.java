package id.lajur.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.widget.Draw;
import org.junit.jupiter.api.Test;

class EmptyWordsTest {
  private static final String WORDS = "Belum ada barang. F7 membuat yang pertama.";

  @Test
  void aSentenceIsReadWholeInANarrowTable() {
    var empty = new EmptyWords();
    empty.setText(WORDS);
    empty.setSize(180, 200);

    assertThat(empty.rows()).hasSizeGreaterThan(1);
    assertThat(empty.rows()).allMatch(row -> Draw.width(row, empty.getFont()) <= 180);
    assertThat(String.join(" ", empty.rows())).isEqualTo(WORDS);
    empty.setSize(800, 200);
    assertThat(empty.rows()).containsExactly(WORDS);
  }
}
