package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import id.lajur.server.refusal.Reason;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages that a seed makes, on every RPC: answered, or refused with a reason of ours or as no
 * message at all; nothing of the server's inside is told, what was refused has changed nothing, and
 * the store goes on. {@code -Dlajur.fuzz.messages=1000 -Dlajur.fuzz.seed=7} asks for more and
 * others.
 */
class FuzzTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int MESSAGES = Integer.getInteger("lajur.fuzz.messages", 12);
  private static final int GROUP = 6;
  private static final long SEED = Long.getLong("lajur.fuzz.seed", 20_261_127L);
  private static final List<String> REASONS = Stream.of(Reason.values()).map(Reason::name).toList();

  /**
   * Where a failed sign-on leaves its trace, and what time alone writes. The journal is looked at
   * by kind, a session by all but when it was seen.
   */
  private static final Set<String> TRACES =
      Stream.concat(
              Rpcs.BY_TIME.stream(),
              Stream.of("audit_entry.*", "audit_head.*", "sign_on_failure.*"))
          .collect(Collectors.toUnmodifiableSet());

  private static final String[] TEXTS = {
    "",
    "x",
    "CASH",
    "0",
    "-1",
    "9".repeat(40),
    "'; DROP TABLE sale; --",
    "%",
    "\u0000",
    "\u202e",
    "id",
    "2026-11-27",
    "ÄÖ",
    "\uD83D\uDE00".repeat(50),
    "a".repeat(5_000)
  };

  private static TestLane lane;
  private static String item = "";

  @BeforeAll
  static void aLaneThatMayEverything() throws SQLException {
    item = store.item(1_000_00);
    lane = store.lane("OWNER");
  }

  @AfterAll
  static void theBooksHold() throws SQLException {
    lane.close();
    store.assertAuditClean();
  }

  static List<MethodDescriptor<Message, Message>> methods() {
    return Rpcs.all();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void isAnsweredOrRefusedInWordsOfOurs(MethodDescriptor<Message, Message> method)
      throws SQLException {
    Random random = new Random(SEED ^ method.getFullMethodName().hashCode());
    boolean stream = method.getType() == MethodDescriptor.MethodType.SERVER_STREAMING;
    int groups = Math.max(1, (stream ? MESSAGES / 4 : MESSAGES) / GROUP);
    for (int group = 0; group < groups; group++) {
      signedOn();
      Map<String, String> before = Rpcs.contents(store, TRACES);
      long journalled = journalled();
      List<byte[]> refused = new ArrayList<>();
      StringBuilder asked = new StringBuilder();
      for (int i = 0; i < GROUP; i++) {
        byte[] message = message(method, random);
        String said = outcome(method, message);
        asked.append(said).append(' ');
        if (!said.equals("answered")) {
          refused.add(message);
        }
      }
      if (refused.size() == GROUP) {
        assertThat(Rpcs.changed(store, before, TRACES)).as("%s", asked).isEmpty();
        assertThat(journalled()).as("%s", asked).isEqualTo(journalled);
      } else {
        refusedAlone(method, refused);
      }
    }
    assertThat(
            HealthGrpc.newBlockingStub(lane.channel())
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
    signedOn();
    assertThat(TestLane.outcome(() -> store.lane().scan(item))).isEqualTo("answered");
  }

  /**
   * Others of their group were answered, and may have changed something: sends what was refused
   * once more, until all of it is refused again, and sees that this changed nothing.
   */
  private static void refusedAlone(MethodDescriptor<Message, Message> method, List<byte[]> refused)
      throws SQLException {
    List<byte[]> sent = List.of();
    List<byte[]> left = refused;
    while (left.size() != sent.size()) {
      sent = left;
      signedOn();
      Map<String, String> before = Rpcs.contents(store, TRACES);
      long journalled = journalled();
      left = sent.stream().filter(one -> !outcome(method, one).equals("answered")).toList();
      if (left.size() == sent.size()) {
        String asked = method.getFullMethodName() + ", refused, " + sent.size() + " of a group";
        assertThat(Rpcs.changed(store, before, TRACES)).as(asked).isEmpty();
        assertThat(journalled()).as(asked).isEqualTo(journalled);
      }
    }
  }

  /** Entries of the journal that are not about a sign-on, a code or a session's idle time. */
  private static long journalled() {
    return store.number(
        "SELECT COUNT(*) FROM audit_entry WHERE kind NOT IN"
            + " ('SIGN_ON_FAILED', 'ENROLMENT_CODE_WRONG', 'SESSION_IDLE')");
  }

  /** Some message may have signed the lane off, or its operator's session may have ended. */
  private static void signedOn() {
    if (TestLane.outcome(
            () ->
                lane.catalog()
                    .searchItems(id.lajur.catalog.v1.SearchItemsRequest.getDefaultInstance()))
        .equals("NOT_SIGNED_ON")) {
      lane.signOn();
    }
  }

  private static String outcome(MethodDescriptor<Message, Message> method, byte[] message) {
    String what = method.getFullMethodName() + " " + ByteString.copyFrom(message);
    try {
      Rpcs.call(lane, method, message);
      return "answered";
    } catch (StatusRuntimeException refusal) {
      String told = refusal.getStatus() + " " + refusal.getTrailers();
      assertThat(told)
          .as(what)
          .doesNotContain("\tat ", "java.", "id.lajur.server", "SQL", "mariadb", "SELECT ");
      String said = Rpcs.outcomeOf(method, refusal);
      assertThat(said)
          .as(what)
          .satisfiesAnyOf(
              ours -> assertThat(ours).isIn(REASONS),
              ours -> assertThat(ours).isEqualTo("answered"),
              none -> {
                assertThat(none).isEqualTo("UNKNOWN Application error processing RPC");
                assertThat(isAMessage(method, message)).isFalse();
              });
      return said;
    }
  }

  private static boolean isAMessage(MethodDescriptor<Message, Message> method, byte[] bytes) {
    try {
      Message unused = Rpcs.prototype(method).getParserForType().parseFrom(bytes);
      return true;
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static byte[] message(MethodDescriptor<Message, Message> method, Random random) {
    Message likely = likely(Rpcs.prototype(method), random, 0);
    byte[] bytes = likely.toByteArray();
    return switch (random.nextInt(8)) {
      case 0, 1 -> bytes;
      case 2, 3 -> flipped(bytes, random);
      case 4 -> shortened(bytes, random);
      case 5 -> joined(bytes, strange(random));
      case 6 -> joined(bytes, nested(random));
      default -> noise(random);
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] bent = bytes.clone();
    for (int i = bent.length == 0 ? 0 : 1 + random.nextInt(4); i > 0; i--) {
      bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bent;
  }

  private static byte[] shortened(byte[] bytes, Random random) {
    return java.util.Arrays.copyOf(bytes, bytes.length == 0 ? 0 : random.nextInt(bytes.length));
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }

  /** Huge numbers, broken UTF-8 and lengths beyond the end, in whatever field. */
  private static byte[] strange(Random random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      int field = 1 + random.nextInt(12);
      switch (random.nextInt(4)) {
        case 0 -> out.writeUInt64(field, -1L - random.nextInt(3));
        case 1 -> out.writeByteArray(field, new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
        case 2 -> out.writeInt64(field, random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE);
        default -> {
          out.writeTag(field, 2);
          out.writeUInt32NoTag(Integer.MAX_VALUE - random.nextInt(100));
        }
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A message in a message in a message, in a field that is none or one of a message. */
  private static byte[] nested(Random random) {
    int field = 1 + random.nextInt(12);
    byte[] inner = {};
    for (int depth = 20 + random.nextInt(300); depth > 0; depth--) {
      inner =
          UnknownFieldSet.newBuilder()
              .addField(
                  field,
                  UnknownFieldSet.Field.newBuilder()
                      .addLengthDelimited(ByteString.copyFrom(inner))
                      .build())
              .build()
              .toByteArray();
    }
    return inner;
  }

  /** A message whose fields hold what might be right, or might not. */
  private static Message likely(Message prototype, Random random, int depth) {
    Message.Builder message = prototype.newBuilderForType();
    for (FieldDescriptor field : prototype.getDescriptorForType().getFields()) {
      if (random.nextInt(6) == 0) {
        continue;
      }
      int times = field.isRepeated() ? random.nextInt(4) : 1;
      for (int i = 0; i < times; i++) {
        Object value = likely(field, message, random, depth);
        if (value == null) {
          continue;
        }
        if (field.isRepeated()) {
          message.addRepeatedField(field, value);
        } else {
          message.setField(field, value);
        }
      }
    }
    return message.build();
  }

  private static @org.jspecify.annotations.Nullable Object likely(
      FieldDescriptor field, Message.Builder message, Random random, int depth) {
    return switch (field.getJavaType()) {
      case STRING -> text(field, random);
      case LONG -> number(random);
      case INT -> (int) number(random);
      case BOOLEAN -> random.nextBoolean();
      case ENUM -> field.getEnumType().findValueByNumberCreatingIfUnknown(random.nextInt(9) - 1);
      case BYTE_STRING -> ByteString.copyFrom(noise(random));
      case MESSAGE ->
          depth > 3 ? null : likely(message.newBuilderForField(field).build(), random, depth + 1);
      case FLOAT, DOUBLE -> null;
    };
  }

  private static String text(FieldDescriptor field, Random random) {
    boolean right = random.nextInt(4) != 0;
    if (right && field.getName().endsWith("_id")) {
      return TestLane.newId();
    }
    if (right && field.getName().contains("code")) {
      return item;
    }
    if (right && field.getName().equals("operator_number")) {
      return Integer.toString(70_000_000 + random.nextInt(1_000_000)); // nobody's
    }
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private static long number(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> random.nextInt(5);
      case 2 -> 1_000L * random.nextInt(100);
      case 3 -> Long.MAX_VALUE >> random.nextInt(64);
      case 4 -> Long.MIN_VALUE >> random.nextInt(64);
      default -> random.nextLong();
    };
  }
}
