package id.lajur.kit.serial;

import java.io.Closeable;
import java.io.IOException;

/** An open serial port. Read by one thread and written by one. */
public interface SerialLine extends Closeable {
  /**
   * Reads what has come, and waits for it no longer than some tenths of a second.
   *
   * @return how many bytes are in {@code into} now, from its start; 0 when none came
   * @throws IOException the device is gone; the line can only be closed
   */
  int read(byte[] into) throws IOException;

  /**
   * Writes all of it.
   *
   * @throws IOException the device is gone, or takes nothing for some seconds
   */
  void write(byte[] bytes) throws IOException;

  @Override
  void close();
}
