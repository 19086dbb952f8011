package id.lajur.pos.sound;

import id.lajur.kit.thread.Ending;
import id.lajur.pos.screen.LaneSound;
import id.lajur.pos.screen.LaneState;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the sounds of what the screen shows, those that are on, on a thread of its own. A machine
 * without sound is silent and loses nothing; sounds that would come late, after too many others, do
 * not come.
 */
public final class Speaker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Speaker.class);
  private static final int MOST_WAITING = 3;
  private static final Duration LAST = Duration.ofMillis(500);

  private final Consumer<byte[]> air;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> {
            Thread made = new Thread(task, "sounds");
            made.setDaemon(true);
            return made;
          },
          new ThreadPoolExecutor.DiscardPolicy());
  private @Nullable LaneState before;

  public Speaker() {
    this(new SoundCard());
  }

  /**
   * @param air takes the samples of a sound and returns when it is over
   */
  Speaker(Consumer<byte[]> air) {
    this.air = air;
  }

  /** The screen shows this now; on the screen's thread. */
  public void shows(LaneState state) {
    LaneState earlier = before;
    before = state;
    if (earlier != null) {
      LaneSound.of(earlier, state).filter(state.devices().sounds()::contains).ifPresent(this::play);
    }
  }

  private void play(LaneSound sound) {
    thread.execute(() -> air.accept(Samples.of(Tone.of(sound))));
  }

  @Override
  public void close() {
    var unused = Ending.of(thread, LAST);
  }

  /** The machine's sound, opened for each sound: another program may want it between. */
  private static final class SoundCard implements Consumer<byte[]> {
    private boolean silent;

    @Override
    public void accept(byte[] samples) {
      if (silent) {
        return;
      }
      AudioFormat format = new AudioFormat(Samples.RATE, 16, 1, true, false);
      try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
        line.open(format, samples.length);
        line.start();
        var unused = line.write(samples, 0, samples.length);
        line.drain();
      } catch (LineUnavailableException | IllegalArgumentException e) {
        log.info("this machine has no sound: {}", e.toString());
        silent = true;
      }
    }
  }

  /** Tones as 16 bit samples, little endian, one channel. */
  static final class Samples {
    static final int RATE = 44_100;
    private static final double LOUD = 0.4 * Short.MAX_VALUE;
    private static final int EDGE = RATE / 200; // 5 ms, so that no tone begins or ends with a click

    private Samples() {}

    static byte[] of(Iterable<Tone> tones) {
      var bytes = new java.io.ByteArrayOutputStream();
      for (Tone tone : tones) {
        int count = RATE * tone.ms() / 1_000;
        for (int i = 0; i < count; i++) {
          double edge = Math.min(1, Math.min(i, count - 1 - i) / (double) EDGE);
          double angle = 2 * Math.PI * tone.hertz() * i / RATE;
          int sample = (int) Math.round(LOUD * edge * Math.sin(angle));
          bytes.write(sample);
          bytes.write(sample >> 8);
        }
      }
      return bytes.toByteArray();
    }
  }
}
