package id.lajur.installer.bench;

import id.lajur.kit.document.FileKind;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.widget.Tag;
import java.awt.Toolkit;
import java.awt.event.MouseEvent;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import javax.swing.table.JTableHeader;
import org.HdrHistogram.Histogram;

/**
 * A table of the back office on this machine's display: how long the event thread is held by a step
 * of scrolling, a letter of the filter and a click on a head, how soon what they bring is there,
 * and how long its files take.
 */
final class TableBench {
  private static final int STEPS = 300;
  private static final int STEP_PX = 3 * 36;
  private static final int ROUNDS = 5;
  private static final String TYPED = "goreng 12";
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final String[] WORDS = {
    "Mi", "Goreng", "Sabun", "Kecap", "Manis", "Teh", "Celup", "Kopi", "Beras", "Pandan", "Gula",
    "Minyak", "Susu", "Biskuit", "Kelapa"
  };

  private final int count;
  private final Steps steps;
  private final Formats formats =
      new Formats(Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));

  /**
   * @param count of rows
   */
  TableBench(int count, Steps steps) {
    this.count = count;
    this.steps = steps;
  }

  private record Row(
      String code,
      String name,
      String department,
      long priceMinor,
      long stockMilli,
      long valueMinor,
      Instant changed,
      Tag state) {}

  /**
   * One act.
   *
   * @param heldMs the longest that the event thread worked for it without a pause
   * @param shownMs until what it brings is painted
   */
  record Act(String what, double heldMs, double shownMs) {}

  /** What was measured; scrolling in steps of three rows. */
  record Result(int rows, double scrollP50Ms, double scrollP99Ms, List<Act> acts) {
    String toText() {
      StringBuilder text = new StringBuilder();
      text.append(
          "%,d rows: a painted step of scrolling p50 %.1f ms, p99 %.1f ms%n"
              .formatted(rows, scrollP50Ms, scrollP99Ms));
      for (Act act : acts) {
        text.append(
            "%-28s event thread held %7.1f ms, shown after %7.1f ms%n"
                .formatted(act.what(), act.heldMs(), act.shownMs()));
      }
      return text.toString();
    }
  }

  Result run() throws Exception {
    List<Row> rows = rows();
    var columns = columns();
    DataTable<Row> table =
        on(
            () -> {
              Theme.LIGHT.install();
              var about = new DataTable.About("Barang", "Toko Ukur", "");
              return new DataTable<>("bench", about, columns, formats, TableChoices.NONE);
            });
    JFrame frame =
        on(
            () -> {
              var made = new JFrame("Lajur");
              made.setUndecorated(true);
              made.setContentPane(table);
              made.setSize(1280, 668);
              made.setVisible(true);
              return made;
            });
    try {
      List<Act> acts = new ArrayList<>();
      steps.step("a table is filled");
      acts.add(act("fill", table, () -> table.rows(rows)));
      steps.step("scrolling");
      Histogram micros = Load.histogram();
      for (int round = 0; round < ROUNDS; round++) {
        Histogram of = round == 0 ? Load.histogram() : micros; // the first one warms up
        scroll(table, of);
      }
      steps.step("filter and order");
      for (int round = 1; round <= ROUNDS; round++) {
        for (int letters = 1; letters <= TYPED.length(); letters++) {
          String typed = TYPED.substring(0, letters);
          Act one = act("filter \"" + typed + "\"", table, () -> table.filter(typed));
          if (round == ROUNDS || letters == 1 && round == 1) {
            acts.add(round == 1 ? new Act("the first letter", one.heldMs(), one.shownMs()) : one);
          }
        }
        acts.removeIf(one -> one.what().equals("no filter"));
        acts.add(act("no filter", table, () -> table.filter("")));
      }
      for (int column : new int[] {1, 3, 6}) {
        String by = columns.get(column).head();
        acts.add(act("order by " + by, table, () -> click(table.table(), column)));
        acts.add(act("order by " + by + ", turned", table, () -> click(table.table(), column)));
      }
      steps.step("files");
      for (FileKind kind : new FileKind[] {FileKind.XLSX, FileKind.CSV}) {
        long began = System.nanoTime();
        var document = on(table::document);
        kind.write(document, formats, OutputStream.nullOutputStream());
        acts.add(new Act("file, " + kind.suffix().toUpperCase(Locale.ROOT), 0, since(began)));
      }
      return new Result(count, ms(micros, 50), ms(micros, 99), acts);
    } finally {
      SwingUtilities.invokeLater(frame::dispose);
    }
  }

  private List<Row> rows() {
    SplittableRandom random = new SplittableRandom(1945);
    List<Row> rows = new ArrayList<>(count);
    for (int at = 0; at < count; at++) {
      long price = (10 + random.nextInt(900)) * 100_00L;
      long stock = random.nextInt(500) * 1_000L;
      String name =
          WORDS[random.nextInt(WORDS.length)]
              + " "
              + WORDS[random.nextInt(WORDS.length)]
              + " No "
              + at;
      rows.add(
          new Row(
              String.format(Locale.ROOT, "%06d", at),
              name,
              "BAGIAN " + at % 12,
              price,
              stock,
              stock * (price / 1_000),
              Instant.ofEpochSecond(1_700_000_000L + random.nextInt(60_000_000)),
              at % 9 == 0 ? new Tag("Ditahan", Tag.Tone.WARN) : new Tag("Dijual", Tag.Tone.GOOD)));
    }
    return rows;
  }

  private static List<Column<Row>> columns() {
    return List.of(
        Column.text("code", "Kode", 100, Row::code),
        Column.text("name", "Nama", 300, Row::name),
        Column.text("department", "Departemen", 130, Row::department),
        Column.of("price", "Harga", Kind.MONEY, 120, Row::priceMinor),
        Column.<Row>of("stock", "Stok", Kind.QUANTITY, 120, Row::stockMilli).summedUp(),
        Column.<Row>of("value", "Nilai", Kind.MONEY, 150, Row::valueMinor).summedUp(),
        Column.of("changed", "Diubah", Kind.MOMENT, 190, Row::changed),
        Column.of("state", "Keadaan", Kind.TAG, 130, Row::state));
  }

  private void scroll(DataTable<Row> table, Histogram micros) throws Exception {
    JScrollBar bar =
        on(
            () ->
                ((JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, table.table()))
                    .getVerticalScrollBar());
    for (int step = 0; step < STEPS; step++) {
      int to = step * STEP_PX + (step % 10 == 9 ? count * 18 : 0); // now and then far away
      long nanos =
          on(
              () -> {
                long began = System.nanoTime();
                bar.setValue(to);
                paint();
                return System.nanoTime() - began;
              });
      micros.recordValue(Math.max(1, nanos / 1_000));
    }
  }

  private static void paint() {
    RepaintManager.currentManager(null).paintDirtyRegions();
    Toolkit.getDefaultToolkit().sync();
  }

  private static void click(JTable table, int column) {
    JTableHeader head = table.getTableHeader();
    var at = head.getHeaderRect(column);
    head.dispatchEvent(
        new MouseEvent(
            head,
            MouseEvent.MOUSE_CLICKED,
            System.currentTimeMillis(),
            0,
            at.x + 20,
            at.y + 10,
            1,
            false,
            MouseEvent.BUTTON1));
  }

  /** Does one act, and looks each millisecond how long the event thread does not answer. */
  private static Act act(String what, DataTable<Row> table, Runnable work) throws Exception {
    long began = System.nanoTime();
    long held =
        on(
            () -> {
              long from = System.nanoTime();
              work.run();
              paint();
              return System.nanoTime() - from;
            });
    while (on(table::isLooking)) {
      long from = System.nanoTime();
      boolean unused = on(() -> true);
      held = Math.max(held, System.nanoTime() - from);
      if (System.nanoTime() - began > MOST_NANOS) {
        throw new IllegalStateException(what + " does not end");
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    boolean unused =
        on(
            () -> {
              paint();
              return true;
            });
    return new Act(what, held / 1e6, since(began));
  }

  private static double ms(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e6;
  }

  private static <R> R on(Callable<R> work) throws Exception {
    FutureTask<R> task = new FutureTask<>(work);
    SwingUtilities.invokeLater(task);
    return task.get();
  }
}
