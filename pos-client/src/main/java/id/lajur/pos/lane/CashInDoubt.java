package id.lajur.pos.lane;

import id.lajur.till.v1.MoveCashRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The cash without a sale that is on its way into the books, on the lane's own disk before it goes
 * out: whatever dies meanwhile, it is asked for again under the same request id, and booked once.
 * Each shift has a file of its own, since only its operator can ask.
 */
public final class CashInDoubt {
  private final Path file;

  /**
   * Cash that went in or out, and the shift in which it did.
   *
   * @param approvedBy name of the supervisor; empty when nobody had to
   */
  public record Moved(String shiftId, MoveCashRequest request, String approvedBy) {}

  /**
   * @param file to whose name that of the shift is added; its folder must be there
   */
  public CashInDoubt(Path file) {
    this.file = file;
  }

  private Path file(String shiftId) {
    return file.resolveSibling(file.getFileName() + "." + UUID.fromString(shiftId));
  }

  /**
   * Keeps one that is about to go out, in place of an earlier one of its shift.
   *
   * @throws IOException it is not safely on the disk
   */
  public void keep(Moved moved) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(moved.approvedBy());
      moved.request().writeTo(out);
    }
    new DoubtFile(file(moved.shiftId()))
        .keep(new DoubtFile.Kept(moved.shiftId(), bytes.toByteArray()));
  }

  /**
   * The one of which nobody has said how it ended.
   *
   * @param shiftId empty = of nobody, so none
   * @throws IOException the file cannot be read
   */
  public Optional<Moved> read(String shiftId) throws IOException {
    Optional<DoubtFile.Kept> kept =
        shiftId.isEmpty() ? Optional.empty() : new DoubtFile(file(shiftId)).read();
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
   * Its end is known. Should it come back after a loss of power, it is asked for once more.
   *
   * @throws IOException it stands there still
   */
  public void settled(String shiftId) throws IOException {
    Files.deleteIfExists(file(shiftId));
  }
}
