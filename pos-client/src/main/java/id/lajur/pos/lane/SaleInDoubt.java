package id.lajur.pos.lane;

import com.google.protobuf.InvalidProtocolBufferException;
import id.lajur.sale.v1.PayRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The payment that is on its way, on the lane's own disk before it goes out. A lane that lost power
 * meanwhile asks again under the same request id, and so learns whether it was paid, with the
 * receipt that the server gave it.
 */
public final class SaleInDoubt {
  private final DoubtFile file;

  /** A payment and the shift in which it was asked for. */
  public record Asked(String shiftId, PayRequest payment) {}

  /**
   * @param file is made when it is first needed; its folder must be there
   */
  public SaleInDoubt(Path file) {
    this.file = new DoubtFile(file);
  }

  /**
   * Keeps a payment that is about to go out, in place of an earlier one.
   *
   * @throws IOException it is not safely on the disk: it must not go out
   */
  public void keep(String shiftId, PayRequest payment) throws IOException {
    file.keep(new DoubtFile.Kept(shiftId, payment.toByteArray()));
  }

  /**
   * The payment of which nobody has said how it ended; one that was cut off while it was written
   * never went out.
   *
   * @throws IOException the file cannot be read
   */
  public Optional<Asked> read() throws IOException {
    return file.read().flatMap(SaleInDoubt::parsed);
  }

  private static Optional<Asked> parsed(DoubtFile.Kept kept) {
    try {
      return Optional.of(new Asked(kept.shiftId(), PayRequest.parseFrom(kept.act())));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  /**
   * The payment's end is known, and its receipt in the journal. Not forced: should it come back, it
   * is asked for once more, and the journal counts a receipt once.
   *
   * @throws IOException it stands there still
   */
  public void settled() throws IOException {
    file.settled();
  }
}
