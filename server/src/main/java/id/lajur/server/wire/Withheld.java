package id.lajur.server.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import id.lajur.api.v1.Options;
import id.lajur.server.security.Caller;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves out of an answer what its reader may not see: the fields that the contract marks with
 * {@code seen_with}. Here alone, so that no adapter can forget it.
 */
final class Withheld {
  private static final Map<Descriptor, Boolean> MARKED = new ConcurrentHashMap<>();

  private Withheld() {}

  /** The answer as a caller may read it; the same object where nothing has to be left out. */
  static <R> R from(R answer, Caller caller) {
    if (answer instanceof Message message && marked(message.getDescriptorForType())) {
      Set<String> may = caller.operator() == null ? Set.of() : caller.operator().permissions();
      @SuppressWarnings("unchecked")
      R rest = (R) from(message, may);
      return rest;
    }
    return answer;
  }

  static Message from(Message message, Set<String> may) {
    Message.Builder rest = message.toBuilder();
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              String permission = field.getOptions().getExtension(Options.seenWith);
              if (!permission.isEmpty() && !may.contains(permission)) {
                rest.clearField(field);
              } else if (isMarkedMessage(field)) {
                withhold(rest, field, value, may);
              }
            });
    return rest.build();
  }

  private static void withhold(
      Message.Builder rest, FieldDescriptor field, Object value, Set<String> may) {
    if (field.isRepeated()) {
      for (int i = 0; i < rest.getRepeatedFieldCount(field); i++) {
        rest.setRepeatedField(field, i, from((Message) rest.getRepeatedField(field, i), may));
      }
    } else {
      rest.setField(field, from((Message) value, may));
    }
  }

  private static boolean isMarkedMessage(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && marked(field.getMessageType());
  }

  private static boolean marked(Descriptor type) {
    Boolean known = MARKED.get(type);
    if (known == null) {
      known = marked(type, new HashSet<>());
      MARKED.put(type, known);
    }
    return known;
  }

  private static boolean marked(Descriptor type, Set<Descriptor> above) {
    if (!above.add(type)) {
      return false;
    }
    for (FieldDescriptor field : type.getFields()) {
      if (!field.getOptions().getExtension(Options.seenWith).isEmpty()
          || field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
              && marked(field.getMessageType(), above)) {
        return true;
      }
    }
    return false;
  }
}
