package id.lajur.installer.replay.compare;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was replayed.
 *
 * @param limit tickets of the file; 0 = all
 * @param lanes ticket k went to lane k mod lanes; 0 = to the file's own
 * @param unitMinor smallest step of an amount
 * @param taxMinor of each ticket whose tax came out otherwise than recorded
 */
public record Replayed(
    Path tickets,
    @Nullable Path totals,
    long limit,
    int lanes,
    int unitMinor,
    Map<String, Long> taxMinor) {
  public Replayed {
    taxMinor = Map.copyOf(taxMinor);
  }
}
