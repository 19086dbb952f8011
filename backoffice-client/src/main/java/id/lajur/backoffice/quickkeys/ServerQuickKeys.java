package id.lajur.backoffice.quickkeys;

import com.google.protobuf.ByteString;
import id.lajur.backoffice.shell.Desk;
import id.lajur.catalog.v1.GetItemRequest;
import id.lajur.catalog.v1.GetItemResponse;
import id.lajur.catalog.v1.GetQuickKeysRequest;
import id.lajur.catalog.v1.GetQuickKeysResponse;
import id.lajur.catalog.v1.GetQuickPictureRequest;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.ItemUnit;
import id.lajur.catalog.v1.KeepQuickPictureRequest;
import id.lajur.catalog.v1.ListItemsRequest;
import id.lajur.catalog.v1.QuickKey;
import id.lajur.catalog.v1.QuickKeyServiceGrpc;
import id.lajur.catalog.v1.QuickPage;
import id.lajur.catalog.v1.SetQuickKeysRequest;
import id.lajur.catalog.v1.SetQuickKeysResponse;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.widget.KeyPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Pages of quick keys, over the wire. */
final class ServerQuickKeys implements QuickKeysActions {
  private static final int MOST_FOUND = 50;
  private static final int MOST_SUGGESTED = 11; // characters that a key has room for
  private static final int USUAL_RGB = 0x3E9B4F;

  private final Desk desk;

  ServerQuickKeys(Desk desk) {
    this.desk = desk;
  }

  private QuickKeyServiceGrpc.QuickKeyServiceBlockingStub keys() {
    return QuickKeyServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  private ItemServiceGrpc.ItemServiceBlockingStub items() {
    return ItemServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<Pages> pages() {
    return desk.ask(() -> pages(keys().getQuickKeys(GetQuickKeysRequest.getDefaultInstance())));
  }

  private static Pages pages(GetQuickKeysResponse answer) {
    return new Pages(
        answer.getPagesList().stream()
            .map(
                page ->
                    new Page(
                        page.getName(),
                        page.getKeysList().stream().map(ServerQuickKeys::key).toList()))
            .toList(),
        answer.getEtag());
  }

  private static Key key(QuickKey key) {
    return new Key(
        key.getPlace(),
        key.getItemCode(),
        key.getUnitNo(),
        key.getLabel(),
        key.getRgb(),
        key.getPicture(),
        key.getItemName(),
        key.getUnit(),
        key.getWeighed(),
        key.hasPriceMinor() ? Optional.of(key.getPriceMinor()) : Optional.empty());
  }

  @Override
  public CompletableFuture<String> save(Pages pages) {
    SetQuickKeysRequest.Builder request =
        SetQuickKeysRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setEtag(pages.etag());
    for (Page page : pages.pages()) {
      request.addPages(
          QuickPage.newBuilder()
              .setName(page.name())
              .addAllKeys(page.keys().stream().map(ServerQuickKeys::message).toList()));
    }
    SetQuickKeysRequest sent = request.build();
    return desk.command(() -> keys().setQuickKeys(sent)).thenApply(SetQuickKeysResponse::getEtag);
  }

  private static QuickKey message(Key key) {
    return QuickKey.newBuilder()
        .setPlace(key.place())
        .setItemCode(key.itemCode())
        .setUnitNo(key.unitNo())
        .setLabel(key.label())
        .setRgb(key.rgb())
        .setPicture(key.picture())
        .build();
  }

  @Override
  public CompletableFuture<List<Goods>> search(String text) {
    ListItemsRequest request =
        ListItemsRequest.newBuilder().setQuery(text).setPageSize(MOST_FOUND).build();
    return desk.ask(
        () ->
            items().listItems(request).getItemsList().stream()
                .map(item -> new Goods(item.getCode(), item.getName()))
                .toList());
  }

  @Override
  public CompletableFuture<List<Key>> keysOf(String itemCode) {
    GetItemRequest request = GetItemRequest.newBuilder().setCode(itemCode).build();
    return desk.ask(() -> keys(items().getItem(request)));
  }

  private static List<Key> keys(GetItemResponse read) {
    String name = read.getItem().getName();
    String label =
        name.length() <= MOST_SUGGESTED ? name : name.substring(0, MOST_SUGGESTED).strip();
    return read.getItem().getUnitsList().stream()
        .filter(unit -> unit.getNumber() == 0 || unit.getBarcodesCount() > 0)
        .map(unit -> key(read, unit, label))
        .toList();
  }

  private static Key key(GetItemResponse read, ItemUnit unit, String label) {
    return new Key(
        0,
        read.getItem().getCode(),
        unit.getNumber(),
        label,
        USUAL_RGB,
        "",
        read.getItem().getName(),
        unit.getName(),
        read.getItem().getWeighed(),
        unit.hasPriceMinor() ? Optional.of(unit.getPriceMinor()) : Optional.empty());
  }

  @Override
  public CompletableFuture<byte[]> picture(String name) {
    GetQuickPictureRequest request = GetQuickPictureRequest.newBuilder().setPicture(name).build();
    return desk.ask(() -> keys().getQuickPicture(request).getContent().toByteArray());
  }

  @Override
  public CompletableFuture<Optional<String>> keep(Path file) {
    return CompletableFuture.supplyAsync(() -> small(file), desk.background())
        .thenCompose(
            small ->
                small.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : desk.ask(() -> Optional.of(keep(small.get()))));
  }

  private String keep(byte[] content) {
    return keys()
        .keepQuickPicture(
            KeepQuickPictureRequest.newBuilder().setContent(ByteString.copyFrom(content)).build())
        .getPicture();
  }

  private static Optional<byte[]> small(Path file) {
    try {
      return Files.size(file) > KeyPicture.MOST_FILE_BYTES
          ? Optional.empty()
          : KeyPicture.small(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
