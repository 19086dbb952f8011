package id.lajur.server.store;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.lajur.server.wire.CallContext;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Every RPC that there is, found by the classes that were made of the contract. */
final class Rpcs {
  private static final List<MethodDescriptor<Message, Message>> ALL = find();

  private Rpcs() {}

  static List<MethodDescriptor<Message, Message>> all() {
    return ALL;
  }

  @SuppressWarnings("unchecked")
  private static List<MethodDescriptor<Message, Message>> find() {
    return new ClassFileImporter()
        .importPackages("id.lajur").stream()
            .filter(one -> one.getPackageName().matches("id\\.lajur\\.\\w+\\.v1"))
            .filter(one -> one.getSimpleName().endsWith("ServiceGrpc"))
            .map(one -> descriptor(one.getName()))
            .flatMap(service -> service.getMethods().stream())
            .map(method -> (MethodDescriptor<Message, Message>) method)
            .sorted(Comparator.comparing(MethodDescriptor::getFullMethodName))
            .toList();
  }

  private static ServiceDescriptor descriptor(String name) {
    try {
      return (ServiceDescriptor) Class.forName(name).getMethod("getServiceDescriptor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static String permission(MethodDescriptor<?, ?> method) {
    return CallContext.permissionOf(method);
  }

  static Message prototype(MethodDescriptor<Message, Message> method) {
    return Objects.requireNonNull(
        ((MethodDescriptor.PrototypeMarshaller<Message>) method.getRequestMarshaller())
            .getMessagePrototype());
  }

  /** A request with an id of its own, where it has one, and nothing else. */
  static Message empty(MethodDescriptor<Message, Message> method) {
    Message.Builder message = prototype(method).newBuilderForType();
    FieldDescriptor id = message.getDescriptorForType().findFieldByName("request_id");
    return id == null ? message.build() : message.setField(id, TestLane.newId()).build();
  }

  /** "answered", a reason, or what gRPC itself said. */
  static String outcome(TestLane lane, MethodDescriptor<?, ?> method, byte[] message) {
    try {
      call(lane, method, message);
      return "answered";
    } catch (StatusRuntimeException refusal) {
      return outcomeOf(method, refusal);
    }
  }

  static String outcomeOf(MethodDescriptor<?, ?> method, StatusRuntimeException refusal) {
    if (method.getType() == MethodDescriptor.MethodType.SERVER_STREAMING
        && refusal.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
      return "answered"; // a stream that goes on
    }
    String reason = TestLane.reason(refusal);
    return reason.startsWith("no reason")
        ? refusal.getStatus().getCode() + " " + refusal.getStatus().getDescription()
        : reason;
  }

  /**
   * @throws StatusRuntimeException it was refused
   */
  static void call(TestLane lane, MethodDescriptor<?, ?> method, byte[] message) {
    MethodDescriptor<byte[], byte[]> raw =
        MethodDescriptor.newBuilder(Bytes.AS_THEY_ARE, Bytes.AS_THEY_ARE)
            .setType(method.getType())
            .setFullMethodName(method.getFullMethodName())
            .build();
    Channel channel =
        ClientInterceptors.intercept(
            lane.channel(), MetadataUtils.newAttachHeadersInterceptor(lane.headers()));
    boolean stream = method.getType() == MethodDescriptor.MethodType.SERVER_STREAMING;
    CallOptions options =
        CallOptions.DEFAULT.withDeadlineAfter(stream ? 250 : 15_000, TimeUnit.MILLISECONDS);
    if (stream) {
      Iterator<byte[]> answers =
          ClientCalls.blockingServerStreamingCall(channel, raw, options, message);
      boolean unused = answers.hasNext();
    } else {
      byte[] unused = ClientCalls.blockingUnaryCall(channel, raw, options, message);
    }
  }

  /** What time alone writes: the right to post, when a session was last seen, sums of sales. */
  static final Set<String> BY_TIME =
      Set.of(
          "post_lease.expires_at",
          "session.seen_at",
          "projection.*",
          "sales_by_minute.*",
          "sales_by_operator.*",
          "sales_by_item.*",
          "sales_by_member.*",
          "tenders_by_minute.*");

  /**
   * A sum over what each table holds.
   *
   * @param without columns as table.column, or whole tables as table.*
   */
  static Map<String, String> contents(StoreFixture store, Set<String> without) {
    return store
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle -> {
              TreeMap<String, String> sums = new TreeMap<>();
              Map<String, List<String>> columns = new TreeMap<>();
              handle
                  .createQuery(
                      """
                      SELECT c.table_name, c.column_name FROM information_schema.columns c
                        JOIN information_schema.tables t
                          ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                       WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
                         AND c.table_name NOT LIKE 'flyway%'
                       ORDER BY c.table_name, c.ordinal_position""")
                  .map((row, context) -> List.of(row.getString(1), row.getString(2)))
                  .forEach(
                      column ->
                          columns
                              .computeIfAbsent(column.get(0), table -> new ArrayList<>())
                              .add(column.get(1)));
              columns.keySet().removeIf(table -> without.contains(table + ".*"));
              Set<String> partly =
                  columns.entrySet().stream()
                      .filter(
                          table ->
                              table
                                  .getValue()
                                  .removeIf(
                                      column -> without.contains(table.getKey() + "." + column)))
                      .map(Map.Entry::getKey)
                      .collect(Collectors.toSet());
              for (String table : partly) {
                sums.put(
                    table,
                    handle
                        .createQuery(sum(table, Objects.requireNonNull(columns.get(table))))
                        .mapTo(String.class)
                        .one());
              }
              List<String> whole =
                  columns.keySet().stream().filter(table -> !partly.contains(table)).toList();
              handle
                  .createQuery("CHECKSUM TABLE `" + String.join("`, `", whole) + "`")
                  .map((row, context) -> sums.put(row.getString(1), row.getString(2) + ""))
                  .list();
              return sums;
            });
  }

  private static String sum(String table, List<String> columns) {
    return "SELECT CONCAT(COUNT(*), ' ', COALESCE(SUM(CRC32(CONCAT_WS('|', "
        + columns.stream()
            .map(column -> "IFNULL(HEX(`" + column + "`), '-')")
            .collect(Collectors.joining(", "))
        + "))), 0)) FROM `"
        + table
        + "`";
  }

  /** The tables that are not as they were. */
  static Set<String> changed(StoreFixture store, Map<String, String> before, Set<String> without) {
    Map<String, String> now = contents(store, without);
    return before.keySet().stream()
        .filter(table -> !Objects.equals(before.get(table), now.get(table)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
    AS_THEY_ARE;

    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
