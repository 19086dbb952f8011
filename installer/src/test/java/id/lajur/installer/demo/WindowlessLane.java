package id.lajur.installer.demo;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.screen.LanePanel;
import id.lajur.pos.window.ServerLane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What stands behind a lane's window, without the window. */
final class WindowlessLane {
  private WindowlessLane() {}

  /**
   * @param folder of what the lane keeps to sell alone
   */
  static ServerLane open(
      StoreConnection connection, LaneJournal journal, Path folder, ReceiptPrinter printer)
      throws IOException {
    return open(connection, journal, folder, printer, EmergencyNews.UNHEARD);
  }

  static ServerLane open(
      StoreConnection connection,
      LaneJournal journal,
      Path folder,
      ReceiptPrinter printer,
      EmergencyNews news)
      throws IOException {
    return new ServerLane(
        connection,
        new ServerLane.Setup(
            journal,
            folder,
            List.of(),
            Texts.of(LanePanel.class, "lane", Language.ENGLISH),
            InstantSource.system()),
        printer,
        news);
  }
}
