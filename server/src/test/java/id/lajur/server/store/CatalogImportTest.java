package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.catalog.v1.CheckPriceRequest;
import id.lajur.catalog.v1.ItemOffer;
import id.lajur.catalog.v1.ListLevelPricesRequest;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.server.catalog.file.CatalogImport;
import id.lajur.server.catalog.file.Column;
import id.lajur.server.catalog.file.FileRules;
import id.lajur.server.catalog.file.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogue files as shops have them. */
class CatalogImportTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final String HEADER =
      "item_code,barcode,name,department,category,unit,price,tax_class,cost\n";

  private static TestLane lane;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void open() {
    lane = store.lane();
  }

  @AfterAll
  static void leave() throws SQLException {
    lane.close();
    store.assertAuditClean();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "catalogue", ".csv"), text);
  }

  private static CatalogImport.Result run(Path file, FileRules rules, boolean trial)
      throws SQLException {
    return new CatalogImport(store.server().catalog(), Clock.systemUTC()).run(file, rules, trial);
  }

  private CatalogImport.Result run(String text) throws IOException, SQLException {
    return run(file(text), FileRules.usual(), false);
  }

  private List<String> problems(String text) throws IOException, SQLException {
    long items = store.number("SELECT COUNT(*) FROM item");
    long events = store.number("SELECT seq FROM event_head");
    List<String> problems = run(text).problems().stream().map(Problem::toText).toList();
    assertThat(store.number("SELECT COUNT(*) FROM item")).isEqualTo(items);
    assertThat(store.number("SELECT seq FROM event_head")).isEqualTo(events);
    return problems;
  }

  private static ItemOffer offer(String code) {
    return lane.catalog()
        .checkPrice(CheckPriceRequest.newBuilder().setCode(code).build())
        .getOffer();
  }

  private static long itemNumber(String column, String code) {
    return store.number("SELECT " + column + " FROM item WHERE code = '" + code + "'");
  }

  @Test
  void aFileIsSoldAtOnce() throws Exception {
    CatalogImport.Result result =
        run(
            HEADER
                + "IMP1,8991111000015,Kopi bubuk 200 g,KOPI,Hitam,pcs,14500,BIASA,11000.50\n"
                + "IMP2,,Gula curah,BUMBU,,KG,12500.5,BEBAS,\n"
                + "IMP3,4011,\"Pisang, \"\"raja\"\"\",BUAH,,KG,,BEBAS,\n");

    assertThat(result.problems()).isEmpty();
    assertThat(result.written().newItems()).isEqualTo(3);
    assertThat(lane.scan("8991111000015").getBasket().getLines(0).getPriceMinor())
        .isEqualTo(14_500_00);
    assertThat(itemNumber("cost_minor", "IMP1")).isEqualTo(11_000_50);
    assertThat(offer("IMP2").getPriceMinor()).isEqualTo(12_500_50);
    assertThat(offer("IMP2").getWeighed()).isTrue();
    assertThat(offer("4011").getName()).isEqualTo("Pisang, \"raja\"");
    assertThat(offer("4011").hasPriceMinor()).isFalse();
  }

  @Test
  void theSameFileAgainChangesNothing() throws Exception {
    String text =
        HEADER
            + "AGAIN1,AGAIN1,Satu,UJI,,pcs,1000,BIASA,500\n"
            + "AGAIN2,AGAIN2,Dua,UJI,,pcs,2000,BIASA,\n";
    run(text);
    long events = store.number("SELECT seq FROM event_head");
    long prices = store.number("SELECT COUNT(*) FROM price");

    CatalogImport.Result again = run(text);

    assertThat(again.written().unchangedItems()).isEqualTo(2);
    assertThat(again.written().newItems() + again.written().changedItems()).isZero();
    assertThat(store.number("SELECT seq FROM event_head")).isEqualTo(events);
    assertThat(store.number("SELECT COUNT(*) FROM price")).isEqualTo(prices);
  }

  @Test
  void aChangedFileChangesWhatDiffersAndKeepsWhatItDoesNotSay() throws Exception {
    run(
        "item_code,name,department,tax_class,price,blocked,no_discount,no_return,stock_policy\n"
            + "CHG1,Lama,UJI,BIASA,1000,ditarik,Y,1,forbid\n"
            + "CHG2,Tetap,UJI,BIASA,2000,,,,\n");

    CatalogImport.Result changed = run("item_code,price,name\nCHG1,1500,Baru\nCHG2,2000,Tetap\n");

    assertThat(changed.problems()).isEmpty();
    assertThat(changed.written().changedItems()).isEqualTo(1);
    assertThat(changed.written().prices()).isEqualTo(1);
    ItemOffer offer = offer("CHG1");
    assertThat(offer.getName()).isEqualTo("Baru");
    assertThat(offer.getPriceMinor()).isEqualTo(1_500_00);
    assertThat(offer.getBlocked()).isTrue();
    assertThat(itemNumber("no_discount", "CHG1")).isOne();
    assertThat(itemNumber("no_return", "CHG1")).isOne();
    assertThat(itemNumber("stock_policy = 'FORBID'", "CHG1")).isOne();
  }

  @Test
  void aLineSellsItsItemAsItWasAtItsScan() throws Exception {
    String header = "item_code,barcode,name,department,unit,price,tax_class,no_discount\n";
    run(header + "WAS1,8991111000060,Dahulu,LAMA,pcs,11100,BIASA,\n");
    lane.adopt(Basket.getDefaultInstance());
    lane.scan("8991111000060");
    Basket parked =
        lane.baskets()
            .suspendBasket(
                SuspendBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .build())
            .getBasket();

    run(header + "WAS1,8991111000060,Sekarang,BARU,pcs,99900,BEBAS,Y\n");
    lane.adopt(
        lane.baskets()
            .resumeBasket(
                ResumeBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasketId(parked.getBasketId())
                    .build())
            .getBasket());
    assertThat(lane.basket().getLines(0).getName()).isEqualTo("Dahulu");
    lane.scan("8991111000060");
    lane.pay(lane.cashRequest(111_000_00));

    String lines =
        """
        SELECT COUNT(*) FROM sale_line l
          JOIN department d USING (department_id) JOIN tax_class t USING (tax_class_id)
         WHERE l.barcode = '8991111000060' AND l.name = '%s' AND d.code = '%s' AND t.code = '%s'
           AND l.tax_minor = %d""";
    assertThat(store.number(lines.formatted("Dahulu", "LAMA", "BIASA", 1_100_00))).isOne();
    assertThat(store.number(lines.formatted("Sekarang", "BARU", "BEBAS", 0))).isOne();
  }

  @Test
  void anEmptyFieldTakesABlockAway() throws Exception {
    String header = "item_code,name,department,tax_class,blocked\n";
    run(header + "BLK1,Satu,UJI,BIASA,ditarik\n");
    assertThat(offer("BLK1").getBlocked()).isTrue();

    run(header + "BLK1,Satu,UJI,BIASA,\n");

    assertThat(offer("BLK1").getBlocked()).isFalse();
  }

  @Test
  void rowsOfOneCodeAreUnitsAndFurtherBarcodes() throws Exception {
    CatalogImport.Result result =
        run(
            "item_code,barcode,name,department,unit,factor,price,tax_class\n"
                + "PK1,8991111000022 89911112,Air,UJI,btl,1,3000,BIASA\n"
                + "PK1,18991111000029,Air,UJI,dus,24,68000,BIASA\n"
                + "PK1,8991111000039,,UJI,btl,1,,BIASA\n".replace(",,UJI", ",Air,UJI"));

    assertThat(result.problems()).isEmpty();
    assertThat(result.written().newItems()).isEqualTo(1);
    assertThat(result.written().barcodes()).isEqualTo(4);
    assertThat(offer("89911112").getPriceMinor()).isEqualTo(3_000_00);
    assertThat(offer("8991111000039").getUnit()).isEqualTo("btl");
    ItemOffer pack = offer("18991111000029");
    assertThat(pack.getUnit()).isEqualTo("dus");
    assertThat(pack.getUnitFactorMilli()).isEqualTo(24_000);
    assertThat(pack.getPriceMinor()).isEqualTo(68_000_00);
  }

  @Test
  void aPackOnTheRowOfItsItemIsAUnitOfItsOwn() throws Exception {
    String text =
        "item_code,name,department,tax_class,unit,price,purchase_unit,per,pack_barcode,pack_price\n"
            + "PO1,Mi,UJI,BIASA,pcs,3000,dus,40,PO1DUS,110000\n"
            + "PO2,Sabun,UJI,BIASA,pcs,4000,pcs,12,,\n"
            + "PO3,Sikat,UJI,BIASA,pcs,5000,pcs,0,,\n";
    FileRules rules =
        new FileRules(
            Map.of(Column.PACK_UNIT, "Purchase Unit", Column.PACK_FACTOR, "per"),
            Map.of(),
            Map.of(),
            null,
            false,
            false);

    assertThat(run(file(text), rules, false).problems()).isEmpty();
    assertThat(run(file(text), rules, false).written().unchangedItems()).isEqualTo(3);

    assertThat(offer("PO1DUS").getUnitFactorMilli()).isEqualTo(40_000);
    assertThat(offer("PO1DUS").getPriceMinor()).isEqualTo(110_000_00);
    assertThat(
            store.number(
                "SELECT factor_milli FROM item_unit JOIN item USING (item_id)"
                    + " WHERE code = 'PO2' AND unit = 'pcs 12'"))
        .isEqualTo(12_000);
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM item_unit JOIN item USING (item_id) WHERE code = 'PO3'"))
        .isOne();
  }

  @Test
  void aPackKeepsItsNumberWhenTheFileNamesItInAnotherOrder() throws Exception {
    String header = "item_code,barcode,name,department,unit,factor,price,tax_class\n";
    run(
        header
            + "ORD,ORD1,Teh,UJI,pcs,1,1000,BIASA\n"
            + "ORD,ORD6,Teh,UJI,pak,6,5500,BIASA\n"
            + "ORD,ORD24,Teh,UJI,dus,24,20000,BIASA\n");

    run(header + "ORD,ORD24,Teh,UJI,dus,24,21000,BIASA\n" + "ORD,ORD1,Teh,UJI,pcs,1,1000,BIASA\n");

    assertThat(offer("ORD24").getPriceMinor()).isEqualTo(21_000_00);
    assertThat(offer("ORD6").getPriceMinor()).isEqualTo(5_500_00);
    assertThat(offer("ORD6").getUnitFactorMilli()).isEqualTo(6_000);
  }

  @Test
  void kindsAndTheirAccountsAreTaken() throws Exception {
    String header = "item_code,name,department,tax_class,kind,account\n";
    assertThat(problems(header + "KD1,Kantong,UJI,BIASA,deposit,\n"))
        .containsExactly("line 2, account: is needed for a deposit");
    assertThat(problems(header + "KD1,Kantong,UJI,BIASA,deposit,9999\n"))
        .containsExactly("line 2, account \"9999\": is no account of the books");
    assertThat(problems(header + "KD1,Kantong,UJI,BIASA,goods,1102\n"))
        .containsExactly("line 2, account \"1102\": is for deposits and liabilities alone");
    assertThat(problems(header + "KD1,Kantong,UJI,BIASA,gift,\n"))
        .containsExactly("line 2, kind \"gift\": is none of [goods, service, deposit, liability]");

    String account = store.numbers("SELECT code FROM account WHERE kind = 'LIABILITY'").get(0) + "";
    run(header + "KD1,Kantong,UJI,BIASA,deposit," + account + "\nKD2,Jasa,UJI,BIASA,Service,\n");
    assertThat(itemNumber("kind = 'DEPOSIT' AND account = '" + account + "'", "KD1")).isOne();
    assertThat(itemNumber("kind = 'SERVICE'", "KD2")).isOne();
  }

  @Test
  void aTrialJudgesAndWritesNothing() throws Exception {
    long items = store.number("SELECT COUNT(*) FROM item");

    CatalogImport.Result trial =
        run(file(HEADER + "TRIAL,,Coba,COBA,,pcs,1000,BIASA,\n"), FileRules.usual(), true);

    assertThat(trial.problems()).isEmpty();
    assertThat(trial.written().newItems()).isEqualTo(1);
    assertThat(trial.written().newDepartments()).isEqualTo(1);
    assertThat(store.number("SELECT COUNT(*) FROM item")).isEqualTo(items);
  }

  @Test
  void columnsCalledAfterAPriceLevelAreItsPrices() throws Exception {
    try (TestLane office = store.lane("OWNER")) {
      LevelActs.level(office, "GROSIR", "Grosir Besar");
      LevelActs.level(office, "AGEN", "Agen");
      String head =
          "kode,nama,departemen,satuan,isi,harga,kelas_pajak,Harga Grosir Besar,price_AGEN\n";
      String rows =
          "LVL1,Teh,UJI,pcs,1,5000,BIASA,4500,\nLVL1,Teh,UJI,dus,12,58000,BIASA,52000,50000\n";

      CatalogImport.Result trial = run(file(head + rows), FileRules.usual(), true);
      assertThat(trial.problems()).isEmpty();
      assertThat(trial.written().levelPrices()).isEqualTo(3);
      assertThat(trial.written().prices()).isEqualTo(2);
      assertThat(store.number("SELECT COUNT(*) FROM item WHERE code = 'LVL1'")).isZero();
      run(head + rows);

      assertThat(levelPrices(office))
          .containsExactlyInAnyOrder("pcs GROSIR 450000", "dus GROSIR 5200000", "dus AGEN 5000000");
      assertThat(run(head + rows).written().nothing()).as("as the store has it").isTrue();
      CatalogImport.Result next = run("kode,harga_grosir,harga agen\nLVL1,4400,\n");
      assertThat(next.written().levelPrices()).isOne();
      assertThat(next.written().prices()).isZero();
      assertThat(levelPrices(office))
          .containsExactlyInAnyOrder("pcs GROSIR 440000", "dus GROSIR 5200000", "dus AGEN 5000000");
      assertThat(problems("kode,harga_grosir\nLVL1,empat\n"))
          .singleElement()
          .asString()
          .startsWith("line 2, price_grosir \"empat\"");
      assertThat(
              problems(
                  "kode,satuan,harga_grosir,barcode\nLVL1,pcs,4400,990001\nLVL1,pcs,4300,990002\n"))
          .as("the level's column, not that of the shelf's price")
          .singleElement()
          .asString()
          .startsWith("line 3, price_grosir \"pcs\"");
      assertThatThrownBy(() -> run("kode,harga_grosir,Price Grosir Besar\nLVL1,1,2\n"))
          .hasMessageContaining("both prices of level GROSIR");
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM audit_entry e JOIN item i ON i.item_id = e.line_id"
                      + " WHERE e.kind = 'LEVEL_PRICE_CHANGED' AND i.code = 'LVL1'"))
          .isOne();
    }
  }

  private static List<String> levelPrices(TestLane office) {
    return LevelActs.levels(office)
        .listLevelPrices(ListLevelPricesRequest.newBuilder().setItemCode("LVL1").build())
        .getPricesList()
        .stream()
        .map(price -> price.getUnit() + " " + price.getPriceLevel() + " " + price.getPriceMinor())
        .toList();
  }

  @Test
  void everyRowThatIsWrongIsNamedWithColumnAndWords_andNothingIsWritten() throws Exception {
    assertThat(
            problems(
                HEADER
                    + "GOOD,,Baik,UJI,,pcs,1000,BIASA,\n"
                    + ",,Tanpa kode,UJI,,pcs,1000,BIASA,\n"
                    + "W1,,,UJI,,pcs,1000,BIASA,\n"
                    + "W2,,Harga,UJI,,pcs,12.500,BIASA,\n"
                    + "W3,,Harga,UJI,,pcs,-5,BIASA,\n"
                    + "W4,,Harga,UJI,,pcs,seribu,BIASA,\n"
                    + "W5,8991111000019,Digit,UJI,,pcs,1000,BIASA,\n"
                    + "W6,,Pajak,UJI,,pcs,1000,PPN,\n"
                    + "W7,,Pendek,UJI,,pcs,1000\n"
                    + "W8,,"
                    + "n".repeat(201)
                    + ",UJI,,pcs,1000,BIASA,\n"
                    + "W 9,,Kode,UJI,,pcs,1000,BIASA,\n"
                    + "W10,,Departemen,"
                    + "d".repeat(33)
                    + ",,pcs,1000,BIASA,\n"
                    + "W11,,Mahal,UJI,,pcs,9999999999999,BIASA,\n"
                    + "W12,,Tanpa departemen,,,pcs,1,BIASA,\n"))
        .containsExactly(
            "line 3, item_code: is empty",
            "line 4, name: is empty",
            "line 5, price \"12.500\": is a fraction, or thousands parted by a dot; if that is"
                + " meant, say --numbers id",
            "line 6, price \"-5\": is below zero",
            "line 7, price \"seribu\": is no number like 12500 or 12500.50",
            "line 8, barcode \"8991111000019\": ends in a wrong check digit, it should be 5",
            "line 9, tax_class \"PPN\": is no tax class of the store; it has BEBAS, BIASA, MEWAH,"
                + " NON_PPN",
            "line 10: has 7 fields where the header has 9",
            "line 11, name \"" + "n".repeat(39) + "…\": has 201 characters, at most 200 are kept",
            "line 12, item_code \"W 9\": is no code: up to 48 letters, digits and signs, without"
                + " blanks",
            "line 13, department \""
                + "d".repeat(33)
                + "\": has 33 characters, at most 32 are kept",
            "line 14, price \"9999999999999\": is too large",
            "line 15, department: is empty; say --value department=... for such rows");
  }

  @Test
  void aDoubledBarcodeIsNamedWithBothOfItsPlaces() throws Exception {
    run(HEADER + "OWN,8991111000046,Punya,UJI,,pcs,1000,BIASA,\n");

    assertThat(
            problems(
                HEADER
                    + "DB1,8991111000053,Satu,UJI,,pcs,1000,BIASA,\n"
                    + "DB2,08991111000053,Dua,UJI,,pcs,1000,BIASA,\n"
                    + "DB3,8991111000046,Tiga,UJI,,pcs,1000,BIASA,\n"
                    + "DB1,,Satu,UJI,,pcs,1000,BIASA,\n"))
        .containsExactly(
            "line 3, barcode \"08991111000053\": stands already in line 2, item DB1",
            "line 4, barcode \"8991111000046\": belongs to item OWN of the store",
            "line 5, unit \"pcs\": this unit of this item stands in line 2");
  }

  @Test
  void rowsOfOneItemThatContradictEachOtherAreNamed() throws Exception {
    assertThat(
            problems(
                "item_code,barcode,name,department,unit,factor,price,tax_class\n"
                    + "CON,CON1,Satu,UJI,pcs,1,1000,BIASA\n"
                    + "CON,CON2,Lain,UJI,pcs,1,1100,BIASA\n"
                    + "CON,CON3,Satu,UJI,pcs,2,1000,BIASA\n"
                    + "PACKONLY,CON4,Pak,UJI,dus,12,1000,BIASA\n"))
        .containsExactly(
            "line 3, name \"Lain\": is another than in line 2 for this item",
            "line 3, price \"pcs\": has another price for this unit in line 2",
            "line 4, factor \"pcs\": has another factor for this unit in line 2",
            "line 5, factor: no row of this item has its base unit, factor 1");
  }

  @Test
  void aNewItemNeedsNameDepartmentAndTaxClass() throws Exception {
    assertThat(problems("item_code,price\nNEU,1000\n"))
        .containsExactly(
            "line 2, name: is needed for a new item",
            "line 2, department: is needed for a new item",
            "line 2, tax_class: is needed for a new item");
  }

  @Test
  void valuesAndTaxNamesOfTheFileAreTranslated() throws Exception {
    String text =
        "Kode;Nama;Harga Jual;pajak;toko\n"
            + "TR1;Kecap;12.500;PPN;a\nTR2;Garam;Rp 1.500,50;;a\nTR3;Lain;1;X;b\n";
    FileRules rules =
        new FileRules(
            Map.of(Column.TAX_CLASS, "pajak", Column.SOURCE, "TOKO"),
            Map.of(Column.DEPARTMENT, "BUMBU", Column.TAX_CLASS, "PPN"),
            Map.of("PPN", "BIASA"),
            "a",
            true,
            false);

    CatalogImport.Result result = run(file(text), rules, false);

    assertThat(result.problems()).isEmpty();
    assertThat(result.rows()).isEqualTo(2);
    assertThat(offer("TR1").getPriceMinor()).isEqualTo(12_500_00);
    assertThat(offer("TR2").getPriceMinor()).isEqualTo(1_500_50);
    assertThat(offer("TR2").getTaxClass()).isEqualTo("BIASA");
    assertThat(offer("TR2").getDepartment()).isEqualTo("BUMBU");
  }

  @ParameterizedTest
  @CsvSource({"SEPC, comma", "SEPS, semicolon", "SEPT, tab"})
  void separatorsAreRecognised(String code, String kind) throws Exception {
    String text = "\uFEFFitem_code,name,department,tax_class,price\r\n%s,\"a;b,c\",UJI,BIASA,5\r\n";
    char separator = kind.equals("comma") ? ',' : kind.equals("semicolon") ? ';' : '\t';
    String quoted = "\"a;b,c\"";
    String made =
        text.formatted(code).replace(quoted, "@").replace(',', separator).replace("@", quoted);

    assertThat(run(made).problems()).isEmpty();
    assertThat(offer(code).getName()).isEqualTo("a;b,c");
  }

  @Test
  void aPackedFileIsReadAsItIs() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write((HEADER + "GZ1,,Padat,UJI,,pcs,1000,BIASA,\n").getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("katalog"), packed.toByteArray());

    assertThat(run(file, FileRules.usual(), false).written().newItems()).isEqualTo(1);

    Path cut =
        Files.write(
            folder.resolve("cut"),
            java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    assertThatThrownBy(() -> run(cut, FileRules.usual(), false))
        .isInstanceOf(CatalogImport.Unreadable.class);
  }

  @Test
  void namesOfEveryScriptAreKept() throws Exception {
    String long200 = "長".repeat(199) + "😀";
    run(
        HEADER
            + "UNI1,,مرحبا 'OR 1=1; DROP TABLE item;--,UJI,,pcs,1,BIASA,\nUNI2,,"
            + long200
            + ",UJI,,pcs,1,BIASA,\n");
    assertThat(offer("UNI1").getName()).isEqualTo("مرحبا 'OR 1=1; DROP TABLE item;--");
    assertThat(offer("UNI2").getName()).isEqualTo(long200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "a,b,c\n1,2,3\n",
        "item_code,kode,name\n1,2,3\n",
        "PK\u0003\u0004\u0000\u0000"
      })
  void aFileWithoutAHeaderThatCanBeUnderstoodIsRefused(String text) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> run(file, FileRules.usual(), false))
        .isInstanceOf(CatalogImport.Unreadable.class);
  }

  @Test
  void aFileThatIsNotUtf8OrNotThereIsRefusedInWords() throws IOException {
    Path ansi = folder.resolve("ansi.csv");
    Files.write(
        ansi, (HEADER + "A1,,Café,UJI,,pcs,1,BIASA,\n").getBytes(Charset.forName("windows-1252")));
    assertThatThrownBy(() -> run(ansi, FileRules.usual(), false))
        .hasMessage("is not UTF-8; save it as \"CSV UTF-8\"");
    assertThatThrownBy(() -> run(folder.resolve("none.csv"), FileRules.usual(), false))
        .hasMessageStartingWith("there is no file");
    assertThatThrownBy(() -> run(folder, FileRules.usual(), false))
        .isInstanceOf(CatalogImport.Unreadable.class);
  }

  @Test
  void aBrokenQuoteEndsTheReadingWithItsLine() throws Exception {
    List<String> problems =
        problems(HEADER + "BQ1,,\"Baik\",UJI,,pcs,1,BIASA,\nBQ2,,\"Rusak\"x,UJI,,pcs,1,BIASA,\n");
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith("line 3: cannot be read, nor what follows it");
  }

  @Test
  void blankRowsAreNoRows() throws Exception {
    CatalogImport.Result result =
        run(HEADER + "\nBL1,,Satu,UJI,,pcs,1,BIASA,\n,,,,,,,,\n\nBL2,,Dua,UJI,,pcs,x,BIASA,\n");
    assertThat(result.rows()).isEqualTo(2);
    assertThat(result.problems().get(0).line()).isEqualTo(6);
  }
}
