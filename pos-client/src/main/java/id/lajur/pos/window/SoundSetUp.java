package id.lajur.pos.window;

import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.LaneSound;
import id.lajur.pos.sound.SoundFile;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lane's sounds: switched on the screen, kept as its own. */
final class SoundSetUp {
  private static final Logger log = LoggerFactory.getLogger(SoundSetUp.class);

  private final LaneThread thread;
  private final SoundFile file;

  /**
   * @param file where the lane's own sounds are kept for its next start
   */
  SoundSetUp(LaneThread thread, SoundFile file) {
    this.thread = thread;
    this.file = file;
  }

  /** Keeps which of them are heard, for each later start. */
  CompletableFuture<Void> use(Set<LaneSound> heard) {
    return thread.done(() -> kept(heard)).thenAccept(kept -> {});
  }

  private Set<LaneSound> kept(Set<LaneSound> heard) {
    try {
      file.write(heard);
    } catch (IOException e) {
      log.error("the sounds are not kept", e);
      throw new LaneRefusal(LaneRefusal.NOT_KEPT, Map.of("cause", String.valueOf(e)));
    }
    return heard;
  }
}
