package id.lajur.server.people;

import id.lajur.people.v1.EnrolRequest;
import id.lajur.people.v1.EnrolResponse;
import id.lajur.people.v1.EnrolmentServiceGrpc;
import id.lajur.people.v1.MachineCertificate;
import id.lajur.people.v1.RenewRequest;
import id.lajur.people.v1.RenewResponse;
import id.lajur.people.v1.Store;
import id.lajur.people.v1.Terminal;
import id.lajur.server.refusal.Reason;
import id.lajur.server.security.Admissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;

/** Adapter of enrolment and of the renewal of certificates. */
public final class EnrolmentService extends EnrolmentServiceGrpc.EnrolmentServiceImplBase {
  private final Calls calls;
  private final Enrolling enrolling;

  public EnrolmentService(Calls calls, Enrolling enrolling) {
    this.calls = calls;
    this.enrolling = enrolling;
  }

  @Override
  public void enrol(EnrolRequest request, StreamObserver<EnrolResponse> observer) {
    calls.answerStranger(
        observer,
        address -> {
          Enrolling.Enrolled enrolled =
              enrolling.enrol(
                  new Enrolling.Asked(
                      Admissions.idOf(request.getRequestId(), Reason.REQUEST_ID_INVALID),
                      request.getCode(),
                      request.getPublicKey().toByteArray(),
                      Texts.plain(request.getMachineName()),
                      address));
          EnrolmentDao.Place place = enrolled.place();
          return EnrolResponse.newBuilder()
              .setStore(
                  Store.newBuilder()
                      .setCode(place.storeCode())
                      .setName(place.storeName())
                      .setTraining(place.training()))
              .setTerminal(
                  Terminal.newBuilder()
                      .setCode(place.code())
                      .setName(place.name())
                      .setKind(SessionService.kind(place.kind())))
              .setCertificate(certificate(enrolled))
              .build();
        });
  }

  @Override
  public void renew(RenewRequest request, StreamObserver<RenewResponse> observer) {
    calls.look(
        observer,
        caller ->
            RenewResponse.newBuilder()
                .setCertificate(
                    certificate(
                        enrolling.renew(
                            caller,
                            Admissions.idOf(request.getRequestId(), Reason.REQUEST_ID_INVALID),
                            request.getPublicKey().toByteArray())))
                .build());
  }

  private MachineCertificate certificate(Enrolling.Enrolled enrolled) {
    return MachineCertificate.newBuilder()
        .setCertificatePem(enrolled.certificatePem())
        .setAuthorityPem(enrolling.authorityPem())
        .setIssuedAtMs(enrolled.issuedAt().toEpochMilli())
        .setExpiresAtMs(enrolled.expiresAt().toEpochMilli())
        .setRenewAtMs(Enrolling.renewAt(enrolled.issuedAt(), enrolled.expiresAt()).toEpochMilli())
        .build();
  }
}
