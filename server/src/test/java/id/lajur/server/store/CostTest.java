package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import id.lajur.api.v1.Options;
import id.lajur.live.v1.Event;
import id.lajur.live.v1.EventKind;
import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.live.v1.WatchEventsRequest;
import id.lajur.live.v1.WatchEventsResponse;
import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.server.people.RoleTemplate;
import id.lajur.server.security.Permissions;
import id.lajur.server.security.RoleLimits;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cost and margin travel to nobody who may not see them. */
class CostTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  /**
   * What has such a name and tells no cost: the value of a note or coin, of a setting, or of a
   * word.
   */
  private static final Set<String> NO_COST =
      Set.of(
          "lajur.till.v1.Denomination.value_minor",
          "lajur.catalog.v1.ImportProblem.FactsEntry.value",
          "lajur.catalog.v1.GetCatalogFileColumnsResponse.GuessedEntry.value",
          "lajur.people.v1.DatedValue.value",
          "lajur.people.v1.StoreSetting.value",
          "lajur.people.v1.StoreSetting.values");

  @Test
  void everyFieldOfAnAnswerThatIsNamedLikeCostIsMarked() {
    Set<String> unmarked = new TreeSet<>();
    Set<String> marked = new TreeSet<>();
    for (Descriptor type : answers()) {
      for (FieldDescriptor field : type.getFields()) {
        String permission = field.getOptions().getExtension(Options.seenWith);
        if (!permission.isEmpty()) {
          assertThat(Permissions.GRANTABLE).contains(permission);
          marked.add(field.getFullName());
        } else if (field.getName().matches(".*(cost|margin|profit|value).*")
            && !NO_COST.contains(field.getFullName())) {
          unmarked.add(field.getFullName());
        }
      }
    }

    assertThat(unmarked).isEmpty();
    assertThat(marked).contains("lajur.purchasing.v1.PostGoodsReceiptResponse.value_minor");
  }

  /** Every message that an answer of the server can hold. */
  private static Set<Descriptor> answers() {
    Set<Descriptor> found = new HashSet<>();
    for (ServerServiceDefinition service : store.server().services()) {
      if (service.getServiceDescriptor().getSchemaDescriptor()
              instanceof ProtoFileDescriptorSupplier supplier
          && service.getServiceDescriptor().getName().startsWith("lajur.")) {
        FileDescriptor file = supplier.getFileDescriptor();
        for (var described : file.getServices()) {
          for (MethodDescriptor method : described.getMethods()) {
            collect(method.getOutputType(), found);
          }
        }
      }
    }
    return found;
  }

  private static void collect(Descriptor type, Set<Descriptor> found) {
    if (found.add(type)) {
      type.getFields().stream()
          .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
          .forEach(field -> collect(field.getMessageType(), found));
    }
  }

  @Test
  void whoReceivesGoodsWithoutSeeingCostIsToldNoneAlsoWhenHeAsksAgain() throws SQLException {
    store.server().setup().addSupplier("PT-COST", "PT Cost");
    try (TestLane warehouse = store.enrolled("WAREHOUSE");
        TestLane buyer = store.enrolled("BUYER")) {
      warehouse.signOn();
      buyer.signOn();
      PostGoodsReceiptRequest delivery = delivery(store.item(1_000_00));

      assertThat(warehouse.receive(delivery).getValueMinor()).isZero();
      assertThat(warehouse.receive(delivery).getValueMinor()).isZero();
      assertThat(buyer.receive(delivery(store.item(1_000_00))).getValueMinor()).isEqualTo(5_000_00);
    }
  }

  @Test
  void whoWatchesWithoutSeeingCostIsToldOfADeliveryWithoutItsValue() throws SQLException {
    store.server().setup().addSupplier("PT-WATCH", "PT Watch");
    try (TestLane supervisor = store.enrolled("SUPERVISOR");
        TestLane manager = store.enrolled("MANAGER");
        TestLane buyer = store.enrolled("BUYER")) {
      List.of(supervisor, manager, buyer).forEach(TestLane::signOn);
      long head = store.number("SELECT seq FROM event_head");

      buyer.receive(delivery(store.item(1_000_00)).toBuilder().setSupplier("PT-WATCH").build());

      assertThat(firstDelivery(supervisor, head).getAmountMinor()).isZero();
      assertThat(firstDelivery(manager, head).getAmountMinor()).isEqualTo(5_000_00);
    }
  }

  @Test
  @Timeout(60)
  void aStreamTellsCostOnlyWhileItsWatcherMaySeeIt() throws SQLException {
    store.server().setup().addSupplier("PT-STREAM", "PT Stream");
    String role = store.role(List.of("live.watch", Permissions.COST_READ), "");
    try (TestLane watcher = store.enrolled(role);
        TestLane buyer = store.enrolled("BUYER")) {
      watcher.signOn();
      buyer.signOn();
      Iterator<WatchEventsResponse> stream =
          watched(watcher, store.number("SELECT seq FROM event_head"));
      assertThat(delivered(buyer, stream)).isEqualTo(5_000_00);

      store.sql(
          "DELETE p FROM role_permission p JOIN role r USING (role_id) WHERE r.code = '%s' AND"
                  .formatted(role)
              + " p.permission = 'cost.read'");
      store.sql("UPDATE store SET rules_version = rules_version + 1");
      await().atMost(Duration.ofSeconds(5)).until(() -> delivered(buyer, stream) == 0);
      assertThat(delivered(buyer, stream)).isZero();

      store.sql(
          "INSERT INTO role_permission SELECT role_id, 'cost.read' FROM role WHERE code = '%s'"
              .formatted(role));
      store.sql("UPDATE store SET rules_version = rules_version + 1");
      await().atMost(Duration.ofSeconds(5)).until(() -> delivered(buyer, stream) == 5_000_00);
    }
  }

  /** What a stream says of a delivery that is posted now. */
  private static long delivered(TestLane buyer, Iterator<WatchEventsResponse> stream)
      throws SQLException {
    var unused =
        buyer.receive(delivery(store.item(1_000_00)).toBuilder().setSupplier("PT-STREAM").build());
    return nextDelivery(stream).getAmountMinor();
  }

  private static Event firstDelivery(TestLane lane, long after) {
    return nextDelivery(watched(lane, after));
  }

  private static Iterator<WatchEventsResponse> watched(TestLane lane, long after) {
    return LiveServiceGrpc.newBlockingStub(lane.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()))
        .watchEvents(WatchEventsRequest.newBuilder().setAfterSequence(after).build());
  }

  private static Event nextDelivery(Iterator<WatchEventsResponse> stream) {
    while (true) {
      for (Event event : stream.next().getEventsList()) {
        if (event.getKind() == EventKind.EVENT_KIND_GOODS_RECEIPT) {
          return event;
        }
      }
    }
  }

  private static PostGoodsReceiptRequest delivery(String item) {
    return PostGoodsReceiptRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setSupplier("PT-COST")
        .setDeliveryNote("N" + item)
        .addLines(
            GoodsReceiptLine.newBuilder()
                .setCode(item)
                .setQuantityMilli(10_000)
                .setCostMinor(5_000_00))
        .build();
  }

  @Test
  void templatesHaveWhatTheContractKnowsAndOnlyThoseWhoBuyKeepBooksOrManageSeeCost() {
    Set<String> seeCost = new TreeSet<>();
    for (RoleTemplate template : RoleTemplate.ALL) {
      assertThat(Permissions.GRANTABLE).as(template.code()).containsAll(template.permissions());
      if (template.permissions().contains(Permissions.COST_READ)) {
        seeCost.add(template.code());
      }
    }

    assertThat(seeCost).containsExactly("BOOKKEEPER", "BUYER", "MANAGER", "OWNER");
    assertThat(of("OWNER").permissions()).isEqualTo(Permissions.GRANTABLE);
    assertThat(of("CASHIER").permissions())
        .doesNotContainAnyElementsOf(
            Permissions.APPROVABLE.stream()
                .filter(permission -> !permission.equals("sale.void_line"))
                .toList());
  }

  @Test
  void limitsOfTemplatesAreOfTheStoresOwnMoney() {
    assertThat(of("SUPERVISOR").limits(100_00).returnMinor()).isEqualTo(1_000_000_00L); // rupiah
    assertThat(of("SUPERVISOR").limits(100_00).cashMinor()).isEqualTo(5_000_000_00L);
    assertThat(of("SUPERVISOR").limits(1).returnMinor()).isEqualTo(100_00L); // euro, by its cent
    assertThat(of("MANAGER").limits(1).cashMinor()).isEqualTo(5_000_00L);
    assertThat(of("OWNER").limits(1)).isEqualTo(RoleLimits.NONE);
  }

  private static RoleTemplate of(String code) {
    return Objects.requireNonNull(
        RoleTemplate.ALL.stream().filter(one -> one.code().equals(code)).findFirst().orElse(null));
  }
}
