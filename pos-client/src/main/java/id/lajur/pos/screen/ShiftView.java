package id.lajur.pos.screen;

import java.time.Instant;

/** The open shift. */
public record ShiftView(int number, Instant openedAt) {}
