package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnsavedTest {
  private final Unsaved unsaved = new Unsaved();
  private final List<String> done = new ArrayList<>();
  private boolean typed;

  UnsavedTest() {
    unsaved.of(
        () -> typed,
        () -> {
          typed = false;
          done.add("reset");
        });
    unsaved.watch(() -> done.add(unsaved.isAsking() ? "asks" : "answered"));
  }

  @Test
  void whatLosesNothingIsDoneAtOnce() {
    unsaved.before(() -> done.add("gone"));

    assertThat(done).containsExactly("gone");
  }

  @Test
  void whatIsTypedGoesOnlyWhenSomebodySaysSo() {
    typed = true;

    unsaved.before(() -> done.add("gone"));
    assertThat(done).containsExactly("asks");
    unsaved.discard();

    assertThat(done).containsExactly("asks", "answered", "reset", "gone");
    assertThat(typed).isFalse();
  }

  @Test
  void whoeverStaysKeepsWhatHeTyped() {
    typed = true;
    unsaved.before(() -> done.add("gone"));

    unsaved.stay();
    unsaved.discard(); // nothing waits any more

    assertThat(done).doesNotContain("gone", "reset");
    assertThat(typed).isTrue();
  }

  @Test
  void whatIsSavedFirstLetsTheWishGoOnWhenItWasTaken() {
    boolean[] busy = {false};
    unsaved.saves(
        () -> true,
        () -> {
          done.add("saves");
          busy[0] = true;
        },
        () -> busy[0]);
    typed = true;
    unsaved.before(() -> done.add("gone"));

    unsaved.save();
    unsaved.look();
    assertThat(done).containsExactly("asks", "answered", "saves");
    busy[0] = false;
    typed = false;
    unsaved.look();
    unsaved.look();

    assertThat(done).containsExactly("asks", "answered", "saves", "gone");
  }

  @Test
  void whereTheSavingIsRefusedNothingIsLostAndNobodyLeaves() {
    unsaved.saves(() -> true, () -> done.add("refused"), () -> false);
    typed = true;
    unsaved.before(() -> done.add("gone"));

    unsaved.save();
    typed = false; // something else is saved much later
    unsaved.look();

    assertThat(done).containsExactly("asks", "answered", "refused");
  }

  @Test
  void theLastWishCounts() {
    typed = true;
    unsaved.before(() -> done.add("one"));
    unsaved.before(() -> done.add("other"));

    unsaved.discard();

    assertThat(done).contains("other").doesNotContain("one");
  }
}
