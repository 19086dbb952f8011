package id.lajur.backoffice.journal;

import id.lajur.audit.v1.AuditServiceGrpc;
import id.lajur.audit.v1.PromiseBegun;
import id.lajur.audit.v1.PromiseJudged;
import id.lajur.audit.v1.RunAuditRequest;
import id.lajur.audit.v1.RunAuditResponse;
import id.lajur.backoffice.shell.Desk;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;

/** The audit over the wire: a stream that ends with it, and that ends it. */
final class ServerAudit implements AuditActions {
  private final Desk desk;

  ServerAudit(Desk desk) {
    this.desk = desk.unseen(); // its screen shows each promise, and stops it
  }

  @Override
  public CompletableFuture<Ended> run(Watcher watcher) {
    return desk.ask(() -> read(watcher));
  }

  private Ended read(Watcher watcher) {
    Iterator<RunAuditResponse> parts =
        AuditServiceGrpc.newBlockingStub(desk.connection().channel())
            .runAudit(RunAuditRequest.getDefaultInstance());
    var ended = new Ended(false, 0);
    int number = 0;
    while (parts.hasNext()) {
      RunAuditResponse part = parts.next();
      switch (part.getPartCase()) {
        case BEGUN -> {
          PromiseBegun one = part.getBegun();
          number = one.getNumber();
          desk.ui()
              .execute(
                  () -> watcher.begun(one.getCode(), one.getName(), one.getNumber(), one.getOf()));
        }
        case JUDGED -> {
          Judged one = judged(number, part.getJudged());
          desk.ui().execute(() -> watcher.judged(one));
        }
        case ENDED -> ended = new Ended(part.getEnded().getClean(), part.getEnded().getTookMs());
        case PART_NOT_SET -> {} // of a later server
      }
    }
    return ended;
  }

  private static Judged judged(int number, PromiseJudged one) {
    return new Judged(
        number,
        one.getCode(),
        one.getName(),
        one.getRows(),
        one.getDifferences(),
        one.getExamplesList());
  }
}
