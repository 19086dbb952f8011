package id.lajur.server.purchasing;

import id.lajur.server.database.Ids;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What is recorded of a change of a draft, from which it is answered again: the answer itself is
 * read anew, since the draft has gone on meanwhile.
 *
 * @param lineId 0 when it was no line
 * @param addedMilli by a scan, of the unit
 */
record DraftAct(UUID draftId, int lineId, long addedMilli) {
  byte[] bytes() {
    return ByteBuffer.allocate(28)
        .put(Ids.bytes(draftId))
        .putInt(lineId)
        .putLong(addedMilli)
        .array();
  }

  static DraftAct of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte[] id = new byte[16];
    buffer.get(id);
    return new DraftAct(Ids.uuid(id), buffer.getInt(), buffer.getLong());
  }
}
