package id.lajur.pos.emergency;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.PostEmergencyVoidRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The baskets that a lane gave up by itself and that the server has not been told of, on the lane's
 * disk: nobody paid them, and who looks for voids must find them all the same.
 */
final class GivenUp {
  private static final Logger log = LoggerFactory.getLogger(GivenUp.class);

  private final SealedFile file;
  private final Deque<PostEmergencyVoidRequest> waiting = new ArrayDeque<>();

  GivenUp(Path folder, LaneSecret secret) {
    this.file = new SealedFile(folder.resolve("voids.kept"), secret);
    file.read().ifPresent(this::parse);
  }

  private void parse(byte[] bytes) {
    InputStream in = new ByteArrayInputStream(bytes);
    try {
      for (var next = PostEmergencyVoidRequest.parseDelimitedFrom(in);
          next != null;
          next = PostEmergencyVoidRequest.parseDelimitedFrom(in)) {
        waiting.add(next);
      }
    } catch (IOException e) {
      log.error("baskets that were given up are none that this program knows", e);
    }
  }

  /** What tells of a basket that nobody will pay. */
  static PostEmergencyVoidRequest of(
      Basket basket, String shiftId, String operatorNumber, long atMs, String reason) {
    List<BasketLine> standing =
        basket.getLinesList().stream().filter(line -> !line.getVoided()).toList();
    List<BasketLine> voided = basket.getLinesList().stream().filter(BasketLine::getVoided).toList();
    return PostEmergencyVoidRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setBasketId(basket.getBasketId())
        .setGeneration(Math.max(1, basket.getGeneration()))
        .setShiftId(shiftId)
        .setOperatorNumber(operatorNumber)
        .setVoidedAtMs(atMs)
        .setLineCount(standing.size())
        .setLinesMinor(sum(standing))
        .setVoidedLineCount(voided.size())
        .setVoidedLinesMinor(sum(voided))
        .setReason(reason)
        .build();
  }

  private static long sum(List<BasketLine> lines) {
    return lines.stream().mapToLong(BasketLine::getTotalMinor).sum();
  }

  /** Keeps one. A disk that does not take it does not stop the lane: no money has moved. */
  synchronized void add(PostEmergencyVoidRequest voided) {
    waiting.add(voided);
    keep();
  }

  synchronized Optional<PostEmergencyVoidRequest> next() {
    return Optional.ofNullable(waiting.peek());
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The server has been told of the oldest. */
  synchronized void cameIn() {
    waiting.remove();
    keep();
  }

  /** The oldest was refused: those behind it need not wait for it. */
  synchronized void putLast() {
    waiting.add(waiting.remove());
  }

  private void keep() {
    try {
      if (waiting.isEmpty()) {
        file.delete();
        return;
      }
      var bytes = new ByteArrayOutputStream();
      for (PostEmergencyVoidRequest each : waiting) {
        each.writeDelimitedTo(bytes);
      }
      file.write(bytes.toByteArray(), true);
    } catch (IOException e) {
      log.error("a basket that was given up is not on the lane's disk: {}", e.toString());
    }
  }
}
