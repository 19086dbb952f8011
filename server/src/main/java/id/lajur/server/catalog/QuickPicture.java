package id.lajur.server.catalog;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture on a key: what every lane can show and keep. */
final class QuickPicture {
  static final int MOST_BYTES = 64 << 10;
  static final int MOST_PIXELS = 160;

  private static final Set<String> FORMATS = Set.of("png", "jpeg");

  private QuickPicture() {}

  /**
   * Looks whether a content is a picture that can be kept. Its size is read before it is unpacked,
   * so that a small file cannot become a large picture.
   *
   * @throws Refusal PICTURE_INVALID
   */
  static void check(byte[] content) {
    if (content.length == 0 || content.length > MOST_BYTES || !isPicture(content)) {
      throw new Refusal(Reason.PICTURE_INVALID)
          .with("mostBytes", MOST_BYTES)
          .with("mostPixels", MOST_PIXELS);
    }
  }

  private static boolean isPicture(byte[] content) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return false;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
            && reader.getWidth(0) <= MOST_PIXELS
            && reader.getHeight(0) <= MOST_PIXELS
            && reader.read(0).getWidth() > 0;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) { // a damaged file makes a reader throw either
      return false;
    }
  }
}
