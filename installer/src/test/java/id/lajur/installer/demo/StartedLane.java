package id.lajur.installer.demo;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.printer.PrinterFile;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.screen.LanePanel;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.sound.SoundFile;
import id.lajur.pos.window.ServerLane;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What stands behind a lane's window, without the window; it prints into a file of its folder. */
final class StartedLane implements AutoCloseable {
  final ReceiptPrinter printer;
  final StoreConnection connection;
  final ServerLane lane;

  StartedLane(EnrolledLane enrolled, int port, EmergencyNews news) throws IOException {
    this.printer = enrolled.printer();
    this.connection = new StoreConnection("127.0.0.1", port, enrolled.machine());
    this.lane =
        new ServerLane(
            connection,
            new ServerLane.Setup(
                enrolled.journal(),
                enrolled.folder(),
                new PrinterFile(enrolled.folder().resolve("printer")),
                new SoundFile(enrolled.folder().resolve("sounds")),
                Texts.of(LanePanel.class, "lane", Language.ENGLISH),
                InstantSource.system()),
            printer,
            news);
    lane.terminal().join();
  }

  /** The reason of a refusal; empty where the act is done. */
  static String refusal(CompletableFuture<?> act) {
    try {
      act.join();
      return "";
    } catch (CompletionException e) {
      if (e.getCause() instanceof LaneRefusal refusal) {
        return refusal.reason();
      }
      throw e;
    }
  }

  @Override
  public void close() {
    connection.close();
    lane.close();
    printer.close();
  }
}
