package id.lajur.backoffice.receiving;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import id.lajur.backoffice.form.Page;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.document.ShelfLabels;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import io.grpc.Metadata;
import io.grpc.protobuf.StatusProto;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A store that does what it is told, and remembers it. */
final class FakeStore implements ReceivingActions {
  /** A code of the line that is counted in pieces. */
  static final String PIECE = "8991002101234";

  final List<String> asked = new ArrayList<>();
  Sheet draft = Samples.draft();
  @Nullable ServerRefusal no;
  @Nullable RuntimeException fault; // of the program itself, before anything is asked

  /** What is not answered yet, in order; null = each is answered at once. */
  @Nullable List<Runnable> held;

  static ServerRefusal refusal(String reason, Map<String, String> facts) {
    ErrorInfo info =
        ErrorInfo.newBuilder()
            .setReason(reason)
            .setDomain("lajur.id")
            .putAllMetadata(facts)
            .build();
    return ServerRefusal.of(
        StatusProto.toStatusRuntimeException(
            Status.newBuilder().setCode(9).addDetails(Any.pack(info)).build(), new Metadata()));
  }

  private <R> CompletableFuture<R> answer(String what, R answer) {
    asked.add(what);
    if (fault != null) {
      throw fault;
    }
    ServerRefusal refusal = no;
    if (refusal != null && !what.startsWith("draft") && !what.startsWith("facts")) {
      return CompletableFuture.failedFuture(refusal);
    }
    List<Runnable> waiting = held;
    if (waiting == null) {
      return CompletableFuture.completedFuture(answer);
    }
    var later = new CompletableFuture<R>();
    waiting.add(() -> later.complete(answer));
    return later;
  }

  @Override
  public CompletableFuture<Page<Paper>> papers(String token) {
    return token.isEmpty()
        ? answer("papers", new Page<>(Samples.papers(), "older"))
        : answer("papers " + token, new Page<>(Samples.papers().subList(1, 2), ""));
  }

  @Override
  public CompletableFuture<List<NamedCode>> suppliers() {
    return answer(
        "suppliers",
        List.of(
            new NamedCode("SPN", "PT Sumber Pangan Nusantara"),
            new NamedCode("MB", "CV Mitra Boga")));
  }

  @Override
  public CompletableFuture<Sheet> begin(String supplier, String note, LocalDate on) {
    draft = Samples.sheet(true, List.of());
    return answer("begin " + supplier + " " + note + " " + on, draft);
  }

  @Override
  public CompletableFuture<Sheet> changeHead(
      Sheet sheet, String supplier, String note, LocalDate on) {
    return answer("head " + supplier, draft);
  }

  @Override
  public CompletableFuture<Sheet> draft(String draftId) {
    return answer("draft", draft);
  }

  @Override
  public CompletableFuture<Sheet> receipt(String documentId) {
    return answer("receipt " + documentId, Samples.sheet(false, Samples.booked()));
  }

  @Override
  public CompletableFuture<Scanned> scan(Sheet sheet, String code) {
    return answer("scan " + code, new Scanned(draft, code.equals(PIECE) ? 9 : 10, 1_000));
  }

  @Override
  public CompletableFuture<Sheet> change(Sheet sheet, GoodsLine line, LineEdit edit) {
    return answer("change " + line.place() + " " + edit, draft);
  }

  @Override
  public CompletableFuture<Sheet> remove(Sheet sheet, GoodsLine line) {
    return answer("remove " + line.place(), draft);
  }

  @Override
  public CompletableFuture<Sheet> discard(Sheet sheet) {
    return answer("discard", draft);
  }

  @Override
  public CompletableFuture<Facts> facts(Sheet sheet, GoodsLine line) {
    return answer("facts " + line.place(), Samples.facts(line.place()));
  }

  @Override
  public CompletableFuture<Void> price(String itemCode, long priceMinor) {
    return answer("price " + itemCode + " " + priceMinor, true).thenAccept(unused -> {});
  }

  @Override
  public CompletableFuture<List<Found>> search(String query) {
    return answer(
        "search " + query,
        List.of(
            new Found("899", "Mi Goreng Spesial 85 g", "pcs", "MAKANAN", 3_250_00L),
            new Found("898", "Mi Kuah Soto 75 g", "pcs", "MAKANAN", 3_000_00L)));
  }

  @Override
  public CompletableFuture<Choices> newDepartment(String code, String name, String taxClass) {
    return answer(
        "department " + code + " " + name + " " + taxClass,
        new Choices(
            List.of(new NamedCode("MAKANAN", "Makanan"), new NamedCode(code, name)),
            List.of(new NamedCode("BIASA", "PPN"), new NamedCode("BEBAS", "Bebas PPN"))));
  }

  @Override
  public CompletableFuture<Choices> choices() {
    return answer(
        "choices",
        new Choices(
            List.of(new NamedCode("MAKANAN", "Makanan"), new NamedCode("MINUMAN", "Minuman")),
            List.of(new NamedCode("BIASA", "PPN"), new NamedCode("BEBAS", "Bebas PPN"))));
  }

  @Override
  public CompletableFuture<String> newItem(NewGoods goods) {
    return answer("new " + goods.name(), "NEW");
  }

  @Override
  public CompletableFuture<String> post(Sheet sheet) {
    return answer("post " + sheet.version(), "p1");
  }

  @Override
  public CompletableFuture<String> reverse(Sheet sheet, String reason) {
    return answer("reverse " + reason, "k1");
  }

  @Override
  public CompletableFuture<String> reverse(
      Sheet sheet, GoodsLine line, long quantityMilli, String reason) {
    return answer("reverse " + line.place() + " " + quantityMilli + " " + reason, "k1");
  }

  @Override
  public CompletableFuture<Boolean> labels(
      List<ShelfLabels.Label> labels, ShelfLabels.Paper paper, Formats formats) {
    return answer("labels " + paper + " " + labels, true);
  }

  @Override
  public CompletableFuture<Boolean> print(TabularDocument paper, Formats formats) {
    return answer("print " + paper.title(), true);
  }
}
