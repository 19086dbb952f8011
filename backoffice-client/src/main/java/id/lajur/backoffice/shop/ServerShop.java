package id.lajur.backoffice.shop;

import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.people.v1.GetSettingsRequest;
import id.lajur.people.v1.GetSettingsResponse;
import id.lajur.people.v1.SettingServiceGrpc;
import id.lajur.people.v1.StoreSetting;
import id.lajur.people.v1.UpdateSettingRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the shop has set, over the wire. */
final class ServerShop implements ShopActions {
  private final Desk desk;

  ServerShop(Desk desk) {
    this.desk = desk;
  }

  private SettingServiceGrpc.SettingServiceBlockingStub stub() {
    return SettingServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<ShopSettings> settings() {
    return desk.ask(() -> shop(stub().getSettings(GetSettingsRequest.getDefaultInstance())));
  }

  private static ShopSettings shop(GetSettingsResponse answer) {
    List<Setting> settings =
        new ArrayList<>(
            answer.getSettingsList().stream()
                .map(one -> setting(one, answer.getPosted()))
                .toList());
    settings.add(Setting.kept("kept.code", answer.getStoreCode()));
    return new ShopSettings(
        settings, ZoneId.of(answer.getTimeZone()), Instant.ofEpochMilli(answer.getNowMs()));
  }

  private static Setting setting(StoreSetting one, boolean posted) {
    if (posted && unit(one).isOfTheShop()) {
      return Setting.kept(one.getKey(), one.getValue());
    }
    return new Setting(
        one.getKey(),
        unit(one),
        one.getChoicesList(),
        one.getLeast(),
        one.getMost(),
        one.getValue(),
        one.getSet(),
        one.getValuesList().stream()
            .map(
                dated ->
                    new Setting.Dated(
                        Instant.ofEpochMilli(dated.getEffectiveAtMs()), dated.getValue()))
            .toList());
  }

  private static SettingUnit unit(StoreSetting one) {
    return switch (one.getKind()) {
      case SETTING_KIND_CHOICE -> SettingUnit.CHOICE;
      case SETTING_KIND_WHOLE -> SettingUnit.ofNumber(one.getKey());
      case SETTING_KIND_ZONE -> SettingUnit.ZONE;
      case SETTING_KIND_CURRENCY -> SettingUnit.CURRENCY;
      case SETTING_KIND_TEXT, SETTING_KIND_UNSPECIFIED, UNRECOGNIZED -> SettingUnit.TEXT;
    };
  }

  @Override
  public CompletableFuture<Void> set(String key, String value, Optional<Instant> from) {
    UpdateSettingRequest request =
        UpdateSettingRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setKey(key)
            .setValue(value)
            .setEffectiveAtMs(from.map(Instant::toEpochMilli).orElse(0L))
            .build();
    return desk.command(() -> stub().updateSetting(request)).thenAccept(answer -> {});
  }
}
