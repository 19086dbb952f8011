package id.lajur.pos.lane;

import id.lajur.till.v1.MoveCashRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The cash without a sale that is on its way into the books, on the lane's own disk before it goes
 * out: whatever dies meanwhile, it is asked for again under the same request id, and booked once.
 */
public final class CashInDoubt {
  private final DoubtFile file;

  /**
   * Cash that went in or out, and the shift in which it did.
   *
   * @param approvedBy name of the supervisor; empty when nobody had to
   */
  public record Moved(String shiftId, MoveCashRequest request, String approvedBy) {}

  /**
   * @param file is made when it is first needed; its folder must be there
   */
  public CashInDoubt(Path file) {
    this.file = new DoubtFile(file);
  }

  /**
   * Keeps one that is about to go out, in place of an earlier one.
   *
   * @throws IOException it is not safely on the disk
   */
  public void keep(Moved moved) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(moved.approvedBy());
      moved.request().writeTo(out);
    }
    file.keep(new DoubtFile.Kept(moved.shiftId(), bytes.toByteArray()));
  }

  /**
   * The one of which nobody has said how it ended.
   *
   * @throws IOException the file cannot be read
   */
  public Optional<Moved> read() throws IOException {
    Optional<DoubtFile.Kept> kept = file.read();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(kept.get().act()))) {
      String approvedBy = in.readUTF();
      return Optional.of(
          new Moved(kept.get().shiftId(), MoveCashRequest.parseFrom(in), approvedBy));
    }
  }

  /**
   * Its end is known.
   *
   * @throws IOException it stands there still
   */
  public void settled() throws IOException {
    file.settled();
  }
}
