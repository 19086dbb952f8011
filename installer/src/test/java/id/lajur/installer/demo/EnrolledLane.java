package id.lajur.installer.demo;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.i18n.Language;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.receipt.Paper;
import id.lajur.server.people.Changes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A lane of a demo shop: its machine, its operator, its disk.
 *
 * @param number from 1
 * @param folder of what the lane keeps
 */
record EnrolledLane(DemoStore store, int number, MachineIdentity machine, Path folder) {
  /** The number of its operator. */
  String cashier() {
    return DemoStore.cashier(number);
  }

  LaneJournal journal() {
    return new LaneJournal(folder.resolve("journal.tsv"));
  }

  /** Its printer, which writes into a file, with the papers that it has yet to print. */
  ReceiptPrinter printer() {
    return new ReceiptPrinter(
        PrinterPort.of("file:" + folder.resolve("paper")),
        Paper.MM80,
        Language.ENGLISH,
        folder.resolve("papers"),
        news -> {});
  }

  /** Starts its program; nobody has signed on. */
  StartedLane start() throws IOException {
    return start(store.server().port());
  }

  /**
   * As above, by a wire.
   *
   * @param port of the wire
   */
  StartedLane start(int port) throws IOException {
    return start(port, EmergencyNews.UNHEARD);
  }

  StartedLane start(int port, EmergencyNews news) throws IOException {
    return new StartedLane(this, port, news);
  }

  /** All that its printer has printed. */
  String papers() throws IOException {
    return Files.readString(folder.resolve("paper"), StandardCharsets.ISO_8859_1);
  }

  /**
   * A figure that the database has of this lane.
   *
   * @param sql with {@code :code} for the terminal's code
   */
  long figure(String sql) {
    return store
        .server()
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).bind("code", code()).mapTo(Long.class).one());
  }

  /** What changes people and settings, as from the server's own console. */
  Changes changes() {
    int console =
        (int) figure("SELECT terminal_id FROM terminal WHERE kind = 'SERVER' AND :code = :code");
    return new Changes(
        store.server().database().jdbi(),
        1,
        new Changes.Author(console, null, ""),
        Clock.systemUTC());
  }

  /** Its terminal's code. */
  String code() {
    return "L%02d".formatted(number);
  }

  /** The sales that the server has of it. */
  long sales() {
    return figure("SELECT COUNT(*) FROM sale JOIN terminal USING (terminal_id) WHERE code = :code");
  }
}
