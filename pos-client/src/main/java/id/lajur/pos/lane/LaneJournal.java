package id.lajur.pos.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lajur.kit.platform.Platform;
import id.lajur.rules.receipt.ReceiptsProof;
import id.lajur.sale.v1.PayResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What this lane has given receipts for, on its own disk: one row for each, forced out before the
 * paper comes. At the end of a shift it proves that every receipt has arrived at the server.
 */
public final class LaneJournal {
  private static final int FIELDS = 4;

  private final Path file;

  /**
   * What the journal proves of a shift.
   *
   * @param sales receipts
   * @param totalMinor sum of their totals, minor units
   * @param receiptsHash over them all, as {@link ReceiptsProof}
   */
  public record Proof(long sales, long totalMinor, String receiptsHash) {
    /** Of receipts that somebody else has noted. */
    public static Proof of(List<ReceiptsProof.Receipt> receipts) {
      long total = receipts.stream().mapToLong(ReceiptsProof.Receipt::totalMinor).sum();
      return new Proof(receipts.size(), total, ReceiptsProof.of(receipts));
    }
  }

  /**
   * @param file is made when it is first needed; its folder must be there
   */
  public LaneJournal(Path file) {
    this.file = file;
  }

  /**
   * Notes one receipt.
   *
   * @param receipt its number as printed
   * @throws IOException the row is not safely on the disk
   */
  public void note(String shiftId, String receipt, long totalMinor, String chainCode)
      throws IOException {
    String row = String.join("\t", shiftId, receipt, Long.toString(totalMinor), chainCode) + "\n";
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      boolean isFirst = channel.size() == 0;
      endTornRow(channel);
      ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      if (isFirst) {
        Platform.here().forceName(file);
      }
    }
  }

  /**
   * Makes the file where there is none; said before the first sale instead of at each.
   *
   * @throws IOException no row could be written
   */
  public void mustBeWritable() throws IOException {
    FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)
        .close();
  }

  /** A row that a loss of power cut off must not swallow the next. */
  private static void endTornRow(FileChannel channel) throws IOException {
    long size = channel.size();
    channel.position(size);
    if (size > 0) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, size - 1);
      if (last.get(0) != '\n') {
        channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
      }
    }
  }

  /** The payment that is on its way, kept beside the journal. */
  public SaleInDoubt saleInDoubt() {
    return new SaleInDoubt(file.resolveSibling(file.getFileName() + ".in-doubt"));
  }

  /** The cash without a sale that is on its way, kept beside the journal. */
  public CashInDoubt cashInDoubt() {
    return new CashInDoubt(file.resolveSibling(file.getFileName() + ".cash-in-doubt"));
  }

  /** The receipt of a sale that the server made. */
  public static ReceiptsProof.Receipt receipt(PayResponse sale) {
    return new ReceiptsProof.Receipt(
        ReceiptsProof.number(sale.getTerminal(), sale.getSeries(), sale.getNumber()),
        sale.getTotalMinor(),
        sale.getChainCode());
  }

  /** A receipt that this lane gave: its number as printed, its total and the code of its link. */
  public record Row(String shiftId, String receipt, long totalMinor, String chainCode) {}

  /**
   * All receipts, oldest first, each once; a row that was cut off is left out. A number that a
   * server which was restored from a backup gave again, with another link, is another receipt.
   *
   * @throws IOException the file cannot be read
   */
  public List<Row> rows() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    Set<Row> rows = new LinkedHashSet<>();
    for (String row : Files.readAllLines(file, UTF_8)) {
      String[] fields = row.split("\t", -1);
      if (fields.length == FIELDS && fields[2].matches("-?\\d{1,18}")) {
        rows.add(new Row(fields[0], fields[1], Long.parseLong(fields[2]), fields[3]));
      }
    }
    return List.copyOf(rows);
  }

  /**
   * The receipts of a shift, each counted once; a row that was cut off is not counted.
   *
   * @throws IOException the file cannot be read
   */
  public Proof of(String shiftId) throws IOException {
    return Proof.of(
        rows().stream()
            .filter(row -> row.shiftId().equals(shiftId))
            .map(row -> new ReceiptsProof.Receipt(row.receipt(), row.totalMinor(), row.chainCode()))
            .toList());
  }
}
