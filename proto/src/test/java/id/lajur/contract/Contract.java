package id.lajur.contract;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The contract as lines: one for each method, field, value and reserved number. */
final class Contract {
  private final List<String> lines = new ArrayList<>();

  private Contract() {}

  /** Lines in the order of packages; what another program relies on is in its line. */
  static List<String> lines(FileDescriptorSet files) {
    Contract contract = new Contract();
    files.getFileList().stream()
        .filter(file -> file.getPackage().startsWith("lajur."))
        .sorted(Comparator.comparing(FileDescriptorProto::getName))
        .forEach(contract::file);
    return contract.lines;
  }

  private void file(FileDescriptorProto file) {
    file.getServiceList().forEach(service -> service(file.getPackage(), service));
    file.getMessageTypeList().forEach(message -> message(file.getPackage(), message));
    file.getEnumTypeList().forEach(values -> values(file.getPackage(), values));
  }

  private void service(String scope, ServiceDescriptorProto service) {
    for (MethodDescriptorProto method : service.getMethodList()) {
      lines.add(
          "rpc %s.%s.%s: %s%s -> %s%s"
              .formatted(
                  scope,
                  service.getName(),
                  method.getName(),
                  method.getClientStreaming() ? "stream " : "",
                  plain(method.getInputType()),
                  method.getServerStreaming() ? "stream " : "",
                  plain(method.getOutputType())));
    }
  }

  private void message(String scope, DescriptorProto message) {
    String name = scope + "." + message.getName();
    message.getFieldList().stream()
        .sorted(Comparator.comparingInt(FieldDescriptorProto::getNumber))
        .forEach(field -> lines.add("field " + name + " " + field(message, field)));
    message
        .getReservedRangeList()
        .forEach(
            range ->
                lines.add(
                    "reserved " + name + " " + range.getStart() + ".." + (range.getEnd() - 1)));
    message.getNestedTypeList().forEach(nested -> message(name, nested));
    message.getEnumTypeList().forEach(nested -> values(name, nested));
  }

  private static String field(DescriptorProto message, FieldDescriptorProto field) {
    String type =
        field.hasTypeName()
            ? plain(field.getTypeName())
            : field.getType().name().substring("TYPE_".length()).toLowerCase(java.util.Locale.ROOT);
    String how =
        field.getLabel() == FieldDescriptorProto.Label.LABEL_REPEATED
            ? "repeated "
            : field.getProto3Optional()
                ? "optional "
                : field.hasOneofIndex()
                    ? "oneof " + message.getOneofDecl(field.getOneofIndex()).getName() + " "
                    : "";
    return field.getNumber() + ": " + how + type + " " + field.getName();
  }

  private void values(String scope, EnumDescriptorProto values) {
    String name = scope + "." + values.getName();
    values
        .getValueList()
        .forEach(
            value -> lines.add("value " + name + " " + value.getNumber() + ": " + value.getName()));
    values
        .getReservedRangeList()
        .forEach(
            range ->
                lines.add("reserved " + name + " " + range.getStart() + ".." + range.getEnd()));
  }

  private static String plain(String typeName) {
    return typeName.startsWith(".") ? typeName.substring(1) : typeName;
  }
}
