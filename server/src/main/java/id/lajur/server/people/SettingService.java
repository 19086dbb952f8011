package id.lajur.server.people;

import id.lajur.people.v1.DatedValue;
import id.lajur.people.v1.GetSettingsRequest;
import id.lajur.people.v1.GetSettingsResponse;
import id.lajur.people.v1.SettingKind;
import id.lajur.people.v1.SettingServiceGrpc;
import id.lajur.people.v1.StoreSetting;
import id.lajur.people.v1.UpdateSettingRequest;
import id.lajur.people.v1.UpdateSettingResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.wire.Calls;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Adapter of a store's settings. */
public final class SettingService extends SettingServiceGrpc.SettingServiceImplBase {
  private static final String PERMISSION = "setting.manage";

  private final Calls calls;
  private final Jdbi jdbi;
  private final Clock clock;

  public SettingService(Calls calls, Jdbi jdbi, Clock clock) {
    this.calls = calls;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public void getSettings(
      GetSettingsRequest request, StreamObserver<GetSettingsResponse> observer) {
    calls.look(
        observer,
        caller ->
            message(
                new Settings(
                        new Changes(
                            jdbi,
                            caller.storeId(),
                            new Changes.Author(
                                caller.terminalId(), caller.operatorOrThrow().operatorId(), ""),
                            clock))
                    .now()));
  }

  private static GetSettingsResponse message(Settings.Now now) {
    return GetSettingsResponse.newBuilder()
        .addAllSettings(now.settings().stream().map(SettingService::message).toList())
        .setStoreCode(now.fixed().storeCode())
        .setCurrency(now.fixed().currency())
        .setAmountUnitMinor(now.fixed().amountUnitMinor())
        .setTimeZone(now.fixed().timeZone())
        .setTraining(now.fixed().training())
        .setPosted(now.fixed().posted())
        .setNowMs(now.at().toEpochMilli())
        .build();
  }

  private static StoreSetting message(Settings.Current one) {
    Setting.Form form = one.setting().form();
    StoreSetting.Builder message =
        StoreSetting.newBuilder()
            .setKey(one.setting().key())
            .setKind(SettingKind.valueOf("SETTING_KIND_" + form.kind()))
            .addAllChoices(form.choices())
            .setLeast(form.least())
            .setMost(form.most())
            .setValue(Objects.requireNonNullElse(one.value(), ""))
            .setSet(one.isSet());
    for (Settings.Dated dated : one.dated()) {
      message.addValues(
          DatedValue.newBuilder()
              .setEffectiveAtMs(dated.from().toEpochMilli())
              .setValue(dated.value()));
    }
    return message.build();
  }

  @Override
  public void updateSetting(
      UpdateSettingRequest request, StreamObserver<UpdateSettingResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        UpdateSettingResponse.parser(),
        acting -> {
          new Settings(Changes.by(jdbi, acting.command(), PERMISSION, clock))
              .set(request.getKey(), request.getValue(), moment(request.getEffectiveAtMs()));
          return CompletableFuture.completedFuture(new byte[0]);
        });
  }

  private static @Nullable Instant moment(long epochMs) {
    if (epochMs < 0) {
      throw new Refusal(Reason.MOMENT_INVALID).with("effectiveAtMs", epochMs);
    }
    return epochMs == 0 ? null : Instant.ofEpochMilli(epochMs);
  }
}
