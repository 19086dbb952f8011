package id.lajur.pos.emergency;

import id.lajur.sale.v1.Basket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The basket at hand on the lane's own disk, after each act: a lane that dies while its server is
 * away goes on with it.
 */
final class BasketFile {
  private static final Logger log = LoggerFactory.getLogger(BasketFile.class);

  private final SealedFile file;
  private boolean isThere = true; // perhaps

  /**
   * A basket as it stood.
   *
   * @param acts that the server has not confirmed, oldest first
   * @param inDoubt whether the server was asked to sell it
   * @param left id of a basket before it that the server may have open; empty = none
   * @param turns of the one that was left, or where there is none of this one
   */
  record Kept(
      String shiftId,
      Basket basket,
      List<BasketAct> acts,
      boolean inDoubt,
      String left,
      BasketTurns turns) {
    Kept {
      acts = List.copyOf(acts);
    }

    boolean isEmpty() {
      return basket.getLinesCount() == 0 && acts.isEmpty() && left.isEmpty();
    }
  }

  BasketFile(Path folder, LaneSecret secret) {
    this.file = new SealedFile(folder.resolve("basket.kept"), secret);
  }

  Optional<Kept> read() {
    return file.read().flatMap(BasketFile::parsed);
  }

  private static Optional<Kept> parsed(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String shiftId = in.readUTF();
      Basket basket = Basket.parseFrom(in.readNBytes(in.readInt()));
      int count = in.readInt();
      List<BasketAct> acts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        acts.add(BasketAct.read(in));
      }
      return Optional.of(
          new Kept(shiftId, basket, acts, in.readBoolean(), in.readUTF(), BasketTurns.read(in)));
    } catch (IOException e) {
      log.warn("the basket that was kept is none that this program knows", e);
      return Optional.empty();
    }
  }

  /**
   * Keeps a basket in place of the one before; an empty one takes it away. A disk that does not
   * take it does not stop the lane: what is sold is what must be there.
   *
   * @param forced whether nobody else has it
   */
  void keep(Kept kept, boolean forced) {
    try {
      if (!kept.isEmpty()) {
        file.write(bytes(kept), forced);
        isThere = true;
      } else if (isThere) {
        file.delete();
        isThere = false;
      }
    } catch (IOException e) {
      log.warn("the basket at hand is not on the lane's disk: {}", e.toString());
    }
  }

  private static byte[] bytes(Kept kept) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(kept.shiftId());
      byte[] basket = kept.basket().toByteArray();
      out.writeInt(basket.length);
      out.write(basket);
      out.writeInt(kept.acts().size());
      for (BasketAct act : kept.acts()) {
        act.write(out);
      }
      out.writeBoolean(kept.inDoubt());
      out.writeUTF(kept.left());
      kept.turns().write(out);
    }
    return bytes.toByteArray();
  }
}
