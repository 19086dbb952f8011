package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.server.audit.AuditReport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One demo shop for all tests of this JVM that are given a lane of it: opened once, its books
 * proven after each class.
 */
final class DemoShop implements BeforeAllCallback, AfterAllCallback {
  private static final AtomicInteger lanes = new AtomicInteger();

  private @Nullable DemoStore opened;

  @Override
  public void beforeAll(ExtensionContext context) {
    opened =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(DemoStore.class, key -> open(), DemoStore.class);
  }

  private static DemoStore open() {
    try {
      return DemoStore.open(Clock.systemUTC());
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    AuditReport audit = store().audit();
    assertThat(audit.clean()).as(audit.toText()).isTrue();
  }

  DemoStore store() {
    return Objects.requireNonNull(opened);
  }

  /** The barcode of one of its goods. */
  String code(int index) {
    return DemoStore.code(store().goods().get(index));
  }

  /** Another lane, with an operator. */
  EnrolledLane enrolLane(Path folder) {
    int number = lanes.incrementAndGet();
    return new EnrolledLane(store(), number, store().enrolLane(number), folder);
  }
}
