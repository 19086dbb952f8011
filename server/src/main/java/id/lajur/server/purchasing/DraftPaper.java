package id.lajur.server.purchasing;

import java.time.LocalDate;
import java.util.UUID;

/** What a delivery has from the draft that it was received in. */
record DraftPaper(UUID draftId, String number, LocalDate deliveredOn, LocalDate dueOn) {}
