package id.lajur.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What is in {@code proto/contract.txt}, lanes in shops speak: none of its lines may go. What is
 * new is taken into it by the command that the failure names, which takes nothing out.
 */
class ContractTest {
  private static final Path BUILT = Path.of("target", "contract.binpb");
  private static final Path KEPT = Path.of("contract.txt");
  private static final String ACCEPT = "lajur.contract.accept";

  @Test
  void whatLanesSpeakIsUnderstoodStill() throws IOException {
    List<String> kept = Files.readAllLines(KEPT);
    List<String> now = Contract.lines(built());

    assertThat(without(kept, now))
        .as(
            "lanes that rely on these lines of proto/contract.txt would break; leave what they name"
                + " as it is and add beside it (no lane in any shop has it: take the line out there"
                + " by hand)")
        .isEmpty();
    if (Boolean.getBoolean(ACCEPT)) {
      Files.write(KEPT, now);
      return;
    }
    assertThat(now)
        .as(
            "the contract has grown: if it is meant so, mvn -pl proto test"
                + " -Dtest=ContractTest -D%s=true, and commit proto/contract.txt",
            ACCEPT)
        .isEqualTo(kept);
  }

  @Test
  void everyBreakTakesALineAway() throws IOException {
    assertThat(lost(pay -> pay.setName("PayNow"), field -> {})).hasSize(1);
    assertThat(lost(pay -> pay.setInputType(".lajur.sale.v1.Tender"), field -> {})).hasSize(1);
    assertThat(lost(pay -> pay.setServerStreaming(true), field -> {})).hasSize(1);
    assertThat(lost(pay -> {}, field -> field.setNumber(77))).hasSize(1);
    assertThat(lost(pay -> {}, field -> field.setName("sum_minor"))).hasSize(1);
    assertThat(lost(pay -> {}, field -> field.setType(FieldDescriptorProto.Type.TYPE_SINT64)))
        .hasSize(1);
    assertThat(lost(pay -> {}, field -> field.setLabel(FieldDescriptorProto.Label.LABEL_REPEATED)))
        .hasSize(1);
    assertThat(lost(pay -> {}, field -> {})).isEmpty();
  }

  /** Lines that go when {@code SaleService.Pay} or {@code PayRequest.total_minor} changes. */
  private static List<String> lost(
      Consumer<MethodDescriptorProto.Builder> method, Consumer<FieldDescriptorProto.Builder> field)
      throws IOException {
    FileDescriptorSet.Builder files = built().toBuilder();
    for (FileDescriptorProto.Builder file : files.getFileBuilderList()) {
      file.getServiceBuilderList().stream()
          .filter(service -> service.getName().equals("SaleService"))
          .flatMap(service -> service.getMethodBuilderList().stream())
          .filter(pay -> pay.getName().equals("Pay"))
          .forEach(method);
      file.getMessageTypeBuilderList().stream()
          .filter(message -> message.getName().equals("PayRequest"))
          .map(DescriptorProto.Builder::getFieldBuilderList)
          .flatMap(List::stream)
          .filter(total -> total.getName().equals("total_minor"))
          .forEach(field);
    }
    return without(Contract.lines(built()), Contract.lines(files.build()));
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    left.removeAll(others);
    return left;
  }

  private static FileDescriptorSet built() throws IOException {
    return FileDescriptorSet.parseFrom(Files.readAllBytes(BUILT));
  }
}
