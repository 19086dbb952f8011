package id.lajur.server.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when until when what is dated is in force.
 *
 * @param since null when nothing has begun before
 * @param until null when nothing is to come
 */
public record InForce(@Nullable Instant since, @Nullable Instant until) {
  public boolean at(Instant moment) {
    return (since == null || !moment.isBefore(since)) && (until == null || moment.isBefore(until));
  }
}
