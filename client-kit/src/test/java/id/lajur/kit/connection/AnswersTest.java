package id.lajur.kit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private final AtomicLong now = new AtomicLong();
  private final Answers answers = new Answers(now::get);

  private LinkState after(Duration time) {
    now.addAndGet(time.toNanos());
    return answers.state();
  }

  @Test
  void anAnswerThatComesInTimeIsGood() {
    answers.asked();
    assertThat(after(Duration.ofMillis(999))).isEqualTo(LinkState.GOOD);
    answers.answered();

    assertThat(after(Duration.ofHours(1))).isEqualTo(LinkState.GOOD);
  }

  @Test
  void anAnswerOwedIsSlowAfterASecondAndAwayAfterThree() {
    answers.asked();

    assertThat(after(Duration.ofSeconds(1))).isEqualTo(LinkState.SLOW);
    assertThat(after(Duration.ofSeconds(2))).isEqualTo(LinkState.AWAY);

    answers.answered();
    assertThat(answers.state()).isEqualTo(LinkState.GOOD);
  }

  @Test
  void askingAgainDoesNotBeginAnew() {
    answers.asked();
    assertThat(after(Duration.ofSeconds(2))).isEqualTo(LinkState.SLOW);
    answers.asked();

    assertThat(after(Duration.ofSeconds(1))).isEqualTo(LinkState.AWAY);
  }

  @Test
  void aBusyServerIsSlowAndNotAway() {
    answers.asked();
    answers.busy();

    assertThat(answers.state()).isEqualTo(LinkState.SLOW);
    assertThat(after(Duration.ofMinutes(1))).isEqualTo(LinkState.SLOW);

    answers.asked();
    answers.answered();
    assertThat(answers.state()).isEqualTo(LinkState.GOOD);
  }

  @Test
  void withoutAConnectionTheServerIsAwayAtOnce() {
    answers.reachable(false);
    assertThat(answers.state()).isEqualTo(LinkState.AWAY);

    answers.reachable(true);
    assertThat(answers.state()).isEqualTo(LinkState.GOOD);
  }

  @Test
  void aServerThatWasBusyAndThenGoneIsAway() {
    answers.asked();
    answers.busy();
    answers.reachable(false);

    assertThat(after(Duration.ofSeconds(3))).isEqualTo(LinkState.AWAY);
  }
}
