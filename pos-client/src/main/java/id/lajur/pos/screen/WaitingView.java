package id.lajur.pos.screen;

import java.time.Instant;

/** A basket put aside. */
public record WaitingView(
    String basketId, int number, String operator, Instant since, int lineCount, long totalMinor) {}
