package id.lajur.kit.widget;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures on keys: read from whatever a shop has, made as small as a key needs. */
public final class KeyPicture {
  /** Pixels of one side, after it was made small. */
  public static final int SIDE = 160;

  /** What a file may have, before. */
  public static final int MOST_FILE_BYTES = 20 << 20;

  private static final int MOST_BYTES = 64 << 10;
  private static final long MOST_PIXELS = 120_000_000;
  private static final Set<String> FORMATS = Set.of("png", "jpeg");

  private KeyPicture() {}

  /** A picture that was made small; empty where these bytes are none. */
  public static Optional<BufferedImage> decode(byte[] content) {
    return read(content, SIDE);
  }

  /**
   * A square of 160 pixels or less out of the middle of a picture, as PNG where it is transparent
   * or drawn in few colours, else as JPEG; 64 KiB at most.
   *
   * @param file PNG or JPEG
   * @return empty where it is neither, damaged, or of more than 120 million pixels
   */
  public static Optional<byte[]> small(byte[] file) {
    return read(file, 2 * SIDE).map(KeyPicture::square).map(KeyPicture::encoded);
  }

  /** Read in steps of whole pixels, so that a large photograph never stands in memory whole. */
  private static Optional<BufferedImage> read(byte[] content, int side) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int shorter = Math.min(reader.getWidth(0), reader.getHeight(0));
        boolean tooLarge = (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS;
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)) || tooLarge) {
          return Optional.empty();
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.floorDiv(shorter, side));
        param.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(reader.read(0, param));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) { // a damaged file makes a reader throw either
      return Optional.empty();
    }
  }

  private static BufferedImage square(BufferedImage image) {
    int shorter = Math.min(image.getWidth(), image.getHeight());
    int side = Math.min(SIDE, shorter);
    boolean clear = image.getColorModel().hasAlpha();
    var square =
        new BufferedImage(
            side, side, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D g = square.createGraphics();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      double scale = side / (double) shorter;
      g.translate((side - image.getWidth() * scale) / 2, (side - image.getHeight() * scale) / 2);
      g.scale(scale, scale);
      g.drawImage(image, 0, 0, null);
    } finally {
      g.dispose();
    }
    return square;
  }

  private static byte[] encoded(BufferedImage image) {
    try {
      byte[] png = png(image);
      boolean clear = image.getColorModel().hasAlpha();
      if (png.length <= MOST_BYTES / 4 || clear && png.length <= MOST_BYTES) {
        return png;
      }
      return jpeg(onWhite(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // into memory
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("no writer of PNG");
    }
    return out.toByteArray();
  }

  private static BufferedImage onWhite(BufferedImage image) {
    var flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = flat.createGraphics();
    try {
      g.setColor(java.awt.Color.WHITE);
      g.fillRect(0, 0, flat.getWidth(), flat.getHeight());
      g.drawImage(image, 0, 0, null);
    } finally {
      g.dispose();
    }
    return flat;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.85f);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
