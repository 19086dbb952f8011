package id.lajur.pos.screen;

/** Does work on the screen's own thread after a while; a Swing timer, or a test's clock. */
public interface Later {
  void after(int delayMs, Runnable work);
}
