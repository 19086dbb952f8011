package id.lajur.pos.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.ShelfPeople;
import id.lajur.sale.v1.ShelfPerson;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsentSignOnTest {
  @TempDir private Path folder = Path.of("");

  private static final AbsentSignOn.SignedOn WHO =
      new AbsentSignOn.SignedOn("1001", "Ani", new AbsentSignOn.Shift("shift", 7, 1_700_000L));

  @Test
  void whoSignedOnJustBeforeTheLaneClosedCanSignOnAgain() throws Exception {
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.signedOn(WHO, "2468", "mark");
    }

    try (AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC())) {
      assertThat(restarted.signOn("1001", "2468")).isEqualTo(WHO);
    }
  }

  @Test
  void aClockThatIsSetBackMakesASignOnNoYounger() throws Exception {
    Instant then = Instant.parse("2026-03-01T08:00:00Z");
    try (AbsentSignOn lane = new AbsentSignOn(folder, () -> then)) {
      lane.signedOn(WHO, "2468", "mark");
    }

    try (AbsentSignOn setRight = new AbsentSignOn(folder, () -> then.minusSeconds(300));
        AbsentSignOn setBack = new AbsentSignOn(folder, () -> then.minusSeconds(301))) {
      assertThat(setRight.knows("1001")).isTrue();
      assertThat(setBack.knows("1001")).isFalse();
    }
  }

  @Test
  void whatAnotherProgramKeptLetsNobodyOnAndHoldsNoLane() throws Exception {
    ByteBuffer kept = ByteBuffer.allocate(200).putInt(0).putInt(2).put((byte) 0).put((byte) 4);
    new SealedFile(folder.resolve("people.kept"), LaneSecret.of(folder)).write(kept.array(), true);

    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      assertThat(lane.terminal()).isEmpty();
      lane.signedOn(WHO, "2468", "mark");
    }
    try (AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC())) {
      assertThat(restarted.knows("1001")).isTrue();
    }
  }

  private static ShelfPeople people(String number, String mark) {
    return ShelfPeople.newBuilder()
        .addPeople(ShelfPerson.newBuilder().setOperatorNumber(number).setPinMark(mark))
        .build();
  }

  @Test
  void whomTheServerLetsOnNoLongerIsForgottenAndGoesOnWithNothing() throws Exception {
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.signedOn(WHO, "2468", "mark");
      lane.told(people("1001", "mark"));
      assertThat(lane.isPutOut("1001")).isFalse();

      lane.told(people("1002", "mark"));

      assertThat(lane.isPutOut("1001")).isTrue();
    }
    try (AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC())) {
      assertThat(restarted.knows("1001")).isFalse();
    }
  }

  @Test
  void anotherPinPutsOutWhoeverHasTheOldOne() throws Exception {
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.signedOn(WHO, "2468", "mark");
    }
    try (AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC())) {
      restarted.told(people("1001", "mark"));
      assertThat(restarted.knows("1001")).isTrue();

      restarted.told(people("1001", "another"));

      assertThat(restarted.knows("1001")).isFalse();
      restarted.signedOn(WHO, "1357", "another");
      assertThat(restarted.isPutOut("1001")).as("on again, with it").isFalse();
    }
  }

  @Test
  void whoHasJustSignedOnIsNotPutOutByWhatTheServerSaidBefore() throws Exception {
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.signedOn(WHO, "2468", "another");

      lane.told(people("1001", "mark")); // before the PIN was changed
      lane.told(ShelfPeople.getDefaultInstance()); // before the sign-on

      assertThat(lane.isPutOut("1001")).isFalse();
    }
  }

  @Test
  void whoSignsOnWhereHeWasNamedAlreadyIsPutOutToo() throws Exception {
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.told(people("1001", "mark")); // his shift is open
      lane.signedOn(WHO, "2468", "mark");

      lane.told(ShelfPeople.getDefaultInstance());

      assertThat(lane.isPutOut("1001")).isTrue();
    }
  }

  @Test
  void whoIsNamedAgainIsOnAgain() throws Exception {
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.told(people("1001", "mark"));
      lane.signedOn(WHO, "2468", "mark");
      lane.told(ShelfPeople.getDefaultInstance()); // late: between two sign-ons

      lane.told(people("1001", "another"));
      assertThat(lane.isPutOut("1001")).as("by another PIN").isTrue();
    } // and here its verifier is made
    try (AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC())) {
      assertThat(restarted.knows("1001")).as("off the disk").isFalse();
    }
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.signedOn(WHO, "2468", "mark");
    }
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.told(ShelfPeople.getDefaultInstance());
      AbsentSignOn.Shift next = new AbsentSignOn.Shift("next", 8, 1_800_000L);
      lane.opened("1001", next);
      lane.told(people("1001", "mark"));

      assertThat(lane.isPutOut("1001")).isFalse();
      assertThat(lane.signOn("1001", "2468").shift()).isEqualTo(next);
      lane.opened("1001", WHO.shift());
    }
    try (AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC())) {
      assertThat(restarted.signOn("1001", "2468")).isEqualTo(WHO);
    }
  }

  @Test
  void whoLeftBeforeTheServerEverNamedHimIsPutOutWhenItIsAskedAnew() throws Exception {
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.signedOn(WHO, "2468", "mark");

      lane.asked();
      lane.told(ShelfPeople.getDefaultInstance());

      assertThat(lane.isPutOut("1001")).isTrue();
    }
  }

  @Test
  void whoDoesNothingIsOnForAsLongAsTheStoreAllowsAlsoAfterARestart() throws Exception {
    Instant since = Instant.parse("2026-03-01T08:00:00Z");
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      assertThat(lane.isIdle(since, since.plusSeconds(86_400))).as("no limit is known").isFalse();
      lane.told(ShelfPeople.newBuilder().setIdleMinutes(15).build());
    }
    try (AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC())) {
      assertThat(restarted.isIdle(since, since.plusSeconds(899))).isFalse();
      assertThat(restarted.isIdle(since, since.plusSeconds(900))).isTrue();
    }
  }
}
