package id.lajur.server.trace;

import id.lajur.journal.v1.JournalServiceGrpc;
import id.lajur.journal.v1.ListEntriesRequest;
import id.lajur.journal.v1.ListEntriesResponse;
import id.lajur.journal.v1.ReplayTicketRequest;
import id.lajur.journal.v1.ReplayTicketResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import org.jdbi.v3.core.Jdbi;

/** Adapter of the audit journal. */
public final class JournalService extends JournalServiceGrpc.JournalServiceImplBase {
  private final Calls calls;
  private final JournalReading journal;

  public JournalService(Calls calls, Jdbi jdbi) {
    this.calls = calls;
    this.journal = new JournalReading(jdbi);
  }

  @Override
  public void listEntries(
      ListEntriesRequest request, StreamObserver<ListEntriesResponse> observer) {
    calls.look(
        observer,
        caller ->
            JournalMessages.page(
                journal.newest(
                    JournalMessages.filter(request),
                    JournalMessages.mark(request.getPageToken()),
                    JournalMessages.pageSize(request.getPageSize()))));
  }

  @Override
  public void replayTicket(
      ReplayTicketRequest request, StreamObserver<ReplayTicketResponse> observer) {
    calls.look(
        observer,
        caller ->
            request.hasBasketId()
                ? journal
                    .basket(Admissions.idOf(request.getBasketId(), Reason.ID_INVALID))
                    .map(JournalMessages::trace)
                    .orElseThrow(() -> new Refusal(Reason.BASKET_UNKNOWN))
                : journal
                    .ticket(Texts.plain(request.getReceipt()))
                    .map(JournalMessages::ticket)
                    .orElseThrow(() -> new Refusal(Reason.SALE_UNKNOWN)));
  }
}
