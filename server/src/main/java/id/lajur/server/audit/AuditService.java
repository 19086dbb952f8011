package id.lajur.server.audit;

import id.lajur.audit.v1.AuditEnded;
import id.lajur.audit.v1.AuditServiceGrpc;
import id.lajur.audit.v1.PromiseBegun;
import id.lajur.audit.v1.PromiseJudged;
import id.lajur.audit.v1.RunAuditRequest;
import id.lajur.audit.v1.RunAuditResponse;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Still;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;

/** Adapter of the audit. */
public final class AuditService extends AuditServiceGrpc.AuditServiceImplBase {
  private final Calls calls;
  private final AuditRuns runs;

  public AuditService(Calls calls, AuditRuns runs) {
    this.calls = calls;
    this.runs = runs;
  }

  @Override
  public void runAudit(RunAuditRequest request, StreamObserver<RunAuditResponse> observer) {
    calls.watching(
        observer,
        (caller, stream, still) -> {
          stream.setOnCancelHandler(() -> {}); // between two promises the run sees it
          runs.begin(new Told(stream, still));
        });
  }

  private static final class Told implements AuditRuns.Watcher {
    private final ServerCallStreamObserver<RunAuditResponse> stream;
    private final Still still;
    private int begun;

    Told(ServerCallStreamObserver<RunAuditResponse> stream, Still still) {
      this.stream = stream;
      this.still = still;
    }

    @Override
    public void begun(String code, String name) {
      if (stream.isCancelled()) {
        throw new CancellationException("who asked for the audit has gone");
      }
      try {
        var unused = still.check();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      stream.onNext(
          RunAuditResponse.newBuilder()
              .setBegun(
                  PromiseBegun.newBuilder()
                      .setCode(code)
                      .setName(name)
                      .setNumber(++begun)
                      .setOf(Audit.promises()))
              .build());
    }

    @Override
    public void judged(AuditReport.Result result) {
      stream.onNext(
          RunAuditResponse.newBuilder()
              .setJudged(
                  PromiseJudged.newBuilder()
                      .setCode(result.code())
                      .setName(result.name())
                      .setRows(result.rows())
                      .setDifferences(result.differences())
                      .addAllExamples(result.examples()))
              .build());
    }

    @Override
    public void ended(AuditReport report, long tookMs) {
      stream.onNext(
          RunAuditResponse.newBuilder()
              .setEnded(AuditEnded.newBuilder().setClean(report.clean()).setTookMs(tookMs))
              .build());
      stream.onCompleted();
    }

    @Override
    public void failed(Exception failure) {
      if (!stream.isCancelled()) {
        still.end(stream, failure);
      }
    }
  }
}
