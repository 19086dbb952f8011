package id.lajur.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import id.lajur.server.admin.BackupCommand;
import id.lajur.server.admin.RestoreCommand;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.backup.BackupRefused.Reason;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseDump;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.database.StartRefused;
import id.lajur.server.database.StoreDatabase;
import id.lajur.server.security.Authority;
import id.lajur.server.store.StoreFixture;
import id.lajur.server.store.TestLane;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Backups of a store that sells, and what becomes of them in an empty place. */
class BackupTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final Path DATA = StoreFixture.FOLDER;

  private static final String OWN = "toko.toml";
  private static final String LOADING = "loading the database";

  @TempDir static Path shared = Path.of("");
  private static @Nullable Path sharedFile;
  private static @Nullable Whole whole;

  @TempDir private Path folder = Path.of("");
  private Path backups = Path.of("");
  private Path restored = Path.of("");

  @BeforeEach
  void folders() {
    backups = folder.resolve("backups");
    restored = folder.resolve("restored");
  }

  private static Backup backup(Clock clock) {
    return new Backup(store.server().database(), DATA, clock, "test");
  }

  private Backup.Made made() {
    return backup(Clock.systemUTC()).make(backups, null);
  }

  /** A backup for those that do not care which; no test changes it. */
  private static Path file() {
    Path there = sharedFile;
    if (there == null) {
      there = backup(Clock.systemUTC()).make(shared.resolve("file"), null).file();
      sharedFile = there;
    }
    return there;
  }

  private static StoreKey key() {
    return StoreKey.in(DATA).orElseThrow();
  }

  private static Restore restore(Path into) {
    return new Restore(
        new ServerConfig(into, "127.0.0.1", 0, new DatabaseSettings.Embedded(into, 128)),
        into.resolve("lajur.toml"),
        false,
        Clock.systemUTC(),
        "test",
        step -> {});
  }

  private static StoreServer server(Path folder) {
    return StoreServer.start(
        new ServerConfig(folder, "127.0.0.1", 0, new DatabaseSettings.Embedded(folder, 128)),
        StoreProfile.standard(),
        Clock.systemUTC());
  }

  private static Reason refused(ThrowingCallable act) {
    BackupRefused refused = catchThrowableOfType(BackupRefused.class, act);
    assertThat(refused).isNotNull();
    return refused.reason();
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * The one restore of a whole store that many promises are read from, since it takes seconds:
   * three lanes sell while the backup is made; a first restore is killed while another one wants
   * the same place; then it is restored by command and once more.
   *
   * @param before receipts in the backup before this one
   * @param sold by each lane meanwhile
   * @param busy what the other restore was told
   * @param unfinished what a server was told after the kill
   */
  private record Whole(
      Path folder,
      Path file,
      Authority.Identity machine,
      long lastNumber,
      String item,
      long before,
      List<Integer> sold,
      Ran made,
      BackupRefused busy,
      StartRefused unfinished,
      Ran done,
      Ran again) {}

  private static Whole whole() throws Exception {
    Whole there = whole;
    if (there == null) {
      there = restoredWhole();
      whole = there;
    }
    return there;
  }

  private static Whole restoredWhole() throws Exception {
    String item = store.item(2_500_00);
    Authority.Identity machine = store.server().setup().addTerminal("RST", "RST", "LANE");
    store
        .server()
        .setup()
        .addOperator("9901", "Siti", "CASHIER", StoreFixture.PIN.toCharArray(), "id");
    long number;
    try (TestLane lane = restoredLane(store.server(), machine)) {
      lane.signOn();
      lane.openShift(100_000_00);
      lane.scan(item);
      number = lane.pay(lane.cashRequest(2_500_00)).getNumber();
    }
    Path backups = shared.resolve("backups");
    Path ownConfiguration = DATA.resolve(OWN);
    Files.writeString(ownConfiguration, "[server]\nport = 7999\n");
    AtomicBoolean enough = new AtomicBoolean();
    List<CompletableFuture<Integer>> lanes = new ArrayList<>();
    for (int lane = 0; lane < 3; lane++) {
      TestLane selling = store.lane();
      lanes.add(CompletableFuture.supplyAsync(() -> sellUntil(enough, selling, item)));
    }
    long before =
        receipts(BackupFile.check(backup(Clock.systemUTC()).make(backups, null).file(), key()));
    Path empty = shared.resolve("selling");
    Ran made =
        run(new BackupCommand(), "--config", ownConfiguration.toString(), "--to", empty.toString());
    enough.set(true);
    List<Integer> sold = new ArrayList<>();
    for (CompletableFuture<Integer> lane : lanes) {
      sold.add(lane.get());
    }
    Files.delete(ownConfiguration);
    assertThat(made.status()).as(made.err()).isZero();
    Path file = empty.resolve(names(empty).get(0));

    Path recovery = shared.resolve("key");
    var unused = backup(Clock.systemUTC()).takeRecoveryKey(recovery);
    Path restored = shared.resolve("restored");
    String[] options = {
      "--config",
      restored.resolve(OWN).toString(),
      "--key-file",
      recovery.toString(),
      file.toString()
    };
    BackupRefused busy = killedWhileLoading(restored, file, options);
    StartRefused unfinished =
        catchThrowableOfType(StartRefused.class, () -> server(restored).close());
    Ran done = run(new RestoreCommand(), options);
    Ran again = run(new RestoreCommand(), options);
    return new Whole(
        restored,
        file,
        machine,
        number,
        item,
        before,
        List.copyOf(sold),
        made,
        busy,
        unfinished,
        done,
        again);
  }

  /** What another restore into the place of a process was told, before that process was killed. */
  private static BackupRefused killedWhileLoading(Path restored, Path file, String... options)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RestoreProcess.class.getName()));
    command.addAll(List.of(options));
    Path said = shared.resolve("said");
    Process process = new ProcessBuilder(command).redirectError(said.toFile()).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      while (line != null && !line.equals(LOADING)) {
        line = out.readLine();
      }
      assertThat(line).as(Files.readString(said)).isEqualTo(LOADING);
      return catchThrowableOfType(
          BackupRefused.class, () -> restore(restored).restore(file, key()));
    } finally {
      assertThat(process.destroyForcibly().waitFor()).isNotZero();
    }
  }

  private static TestLane restoredLane(StoreServer server, Authority.Identity machine) {
    return new TestLane(
        server.port(), store.server().authority().certificatePem(), machine, "9901");
  }

  private static long receipts(Manifest manifest) {
    return manifest.totals().figures().getOrDefault("receipts", 0L);
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void aBackupOfAStoreThatSellsIsThatStoreAtOneMoment() throws Exception {
    Whole whole = whole();

    assertThat(whole.sold()).hasSize(3).allMatch(sold -> sold > 0);
    assertThat(whole.done().status()).as(whole.done().err() + whole.done().out()).isZero();
    Manifest manifest = BackupFile.check(whole.file(), key());
    assertThat(whole.done().out().lines().filter(line -> line.endsWith(", equal")))
        .hasSize(manifest.totals().figures().size())
        .hasSizeGreaterThan(20);
    assertThat(receipts(manifest)).isGreaterThan(whole.before());
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void aRestoreThatWasKilledOpensNoStoreAndBeginsAnew() throws Exception {
    assertThat(whole().unfinished()).hasMessageContaining("did not end");
    assertThat(whole().done().status()).isZero();
    assertThat(whole().done().out()).contains("clean");
    assertThat(whole().folder().resolve("restoring")).doesNotExist();
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void twoRestoresIntoAPlaceAreNotDoneAtATime() throws Exception {
    assertThat(whole().busy().reason()).isEqualTo(Reason.BUSY);
    assertThat(whole().busy())
        .hasMessage("Another restore into " + whole().folder() + " is under way");
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void theConfigurationComesBackUnderTheNameThatTheRestoredStoreIsStartedWith() throws Exception {
    Path own = whole().folder().resolve(OWN);
    assertThat(ServerConfig.read(own).port()).isEqualTo(7999);
    assertThat(whole().folder().resolve("lajur.toml")).doesNotExist();
    assertThat(names(whole().folder())).noneMatch(name -> name.endsWith(".of-backup"));
  }

  @Test
  void theConfigurationThatAStoreWasStartedWithIsInItsBackup() throws Exception {
    Path own = DATA.resolve(OWN);
    Files.writeString(own, "[server]\nport = 7998\n");
    Backup.startedWith(own);
    try {
      Map<String, byte[]> files = new HashMap<>();
      var unused = BackupFile.read(made().file(), key(), (head, sql) -> files.putAll(head.files()));
      assertThat(files.get("lajur.toml")).asString(StandardCharsets.UTF_8).contains("7998");
    } finally {
      Files.delete(own);
      Files.delete(DATA.resolve("run").resolve("configuration"));
    }
  }

  private static int sellUntil(AtomicBoolean enough, TestLane lane, String item) {
    int sold = 0;
    for (; !enough.get(); sold++) {
      lane.scan(item);
      var unused = lane.pay(lane.cashRequest(lane.basket().getTotals().getTotalMinor()));
    }
    lane.close();
    return sold;
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void theRestoredStoreKnowsItsMachinesAndPeopleAndSellsOn() throws Exception {
    Whole whole = whole();

    try (StoreServer server = server(whole.folder());
        TestLane lane = restoredLane(server, whole.machine())) {
      assertThat(open(server, "session")).isZero();
      assertThat(open(server, "enrolment_code")).isZero();
      lane.signOn();
      lane.scan(whole.item());
      assertThat(lane.pay(lane.cashRequest(2_500_00)).getNumber())
          .isEqualTo(whole.lastNumber() + 1);
      try (Connection connection = server.database().dataSource().getConnection()) {
        AuditReport report = Audit.run(connection);
        assertThat(report.clean()).as(report.toText()).isTrue();
      }
      List<String> reasons =
          server
              .database()
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("SELECT reason FROM audit_entry WHERE kind = 'RESTORED'")
                          .mapTo(String.class)
                          .list());
      assertThat(reasons).singleElement().asString().startsWith("console, user ");
    }
    assertThat(StoreKey.in(whole.folder()).map(StoreKey::text)).contains(key().text());
  }

  private static long open(StoreServer server, String table) {
    return server
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM " + table + " WHERE closed_at IS NULL")
                    .mapTo(Long.class)
                    .one());
  }

  @Test
  void aByteThatIsNotWhatWasWrittenIsFoundWhereverItIs() throws Exception {
    Path file = file();
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(7);
    List<Integer> places = new ArrayList<>(List.of(0, 30, 100, 150, whole.length - 1));
    random.ints(40, 0, whole.length).forEach(places::add);
    Path broken = folder.resolve("broken");
    for (int place : places) {
      byte[] bytes = whole.clone();
      bytes[place] ^= 1;
      Files.write(broken, bytes);
      assertThat(refused(() -> restore(restored).restore(broken, key())))
          .as("byte %d", place)
          .isIn(Reason.DAMAGED, Reason.NOT_A_BACKUP, Reason.OTHER_KEY);
    }
    assertThat(restored).doesNotExist();
  }

  @Test
  void aMissingEndIsFoundHoweverMuchIsMissing() throws Exception {
    Path file = file();
    byte[] whole = Files.readAllBytes(file);
    Path broken = folder.resolve("broken");
    int chunk = (64 << 10) + 16;
    for (int length :
        new int[] {
          0, 10, 60, 150, 184, 200, chunk, chunk + 184, whole.length / 2, whole.length - 1
        }) {
      Files.write(broken, java.util.Arrays.copyOf(whole, length));
      assertThat(refused(() -> restore(restored).restore(broken, key())))
          .as("%d bytes", length)
          .isIn(Reason.DAMAGED, Reason.NOT_A_BACKUP);
    }
    Files.write(broken, java.util.Arrays.copyOf(whole, whole.length + 1));
    assertThat(refused(() -> BackupFile.check(broken, key()))).isEqualTo(Reason.DAMAGED);
    assertThat(restored).doesNotExist();
  }

  @Test
  void theBackupOfAnotherStoreIsNotOpenedByThisStoresKey() {
    Path file = file();
    BackupRefused refused =
        catchThrowableOfType(
            BackupRefused.class, () -> restore(restored).restore(file, StoreKey.random()));
    assertThat(refused.reason()).isEqualTo(Reason.OTHER_KEY);
    assertThat(refused).hasMessageContaining("another store");
    assertThat(restored).doesNotExist();
  }

  @Test
  void whatDoesNotAddUpIsNotRestored() throws Exception {
    Manifest manifest = BackupFile.check(file(), key());
    Map<String, Long> figures = manifest.totals().figures();
    figures.merge("revenueMinor", 1L, Long::sum);
    assertThat(refused(() -> restore(restored).restore(with(manifest, figures), key())))
        .isEqualTo(Reason.NOT_EQUAL);
    assertThat(names(restored)).isEmpty();
  }

  @Test
  void anAuthorityOfAnotherStoreIsNotTakenIn() throws Exception {
    Manifest own = BackupFile.check(file(), key());
    Manifest other =
        new Manifest(
            "0000-" + own.store(),
            own.madeAt(),
            own.schema(),
            own.businessDate(),
            own.storeCode(),
            own.storeName(),
            own.program(),
            own.totals());
    assertThat(refused(() -> restore(restored).restore(with(other, own.totals().figures()), key())))
        .isEqualTo(Reason.NOT_EQUAL);
    assertThat(names(restored)).isEmpty();
  }

  @Test
  void aBackupOfANewerProgramIsLeftToThatProgram() throws Exception {
    Manifest own = BackupFile.check(file(), key());
    Manifest newer =
        new Manifest(
            own.store(),
            own.madeAt(),
            "9999",
            own.businessDate(),
            own.storeCode(),
            own.storeName(),
            own.program(),
            own.totals());
    assertThat(refused(() -> restore(restored).restore(with(newer, own.totals().figures()), key())))
        .isEqualTo(Reason.NEWER);
    assertThat(names(restored)).isEmpty();
  }

  /** The store as it is, under another manifest. */
  private Path with(Manifest manifest, Map<String, Long> figures) throws IOException {
    Manifest changed =
        new Manifest(
            manifest.store(),
            manifest.madeAt(),
            manifest.schema(),
            manifest.businessDate(),
            manifest.storeCode(),
            manifest.storeName(),
            manifest.program(),
            new Totals(figures));
    Path file = folder.resolve("changed");
    byte[] authority = Files.readAllBytes(DATA.resolve(Backup.AUTHORITY));
    try (var dump = store.server().database().dump(DATA)) {
      BackupFile.write(
          file, key(), new BackupFile.Head(changed, Map.of(Backup.AUTHORITY, authority)), dump);
    }
    return file;
  }

  @Test
  void onlyAnEmptyFolderIsRestoredInto() throws Exception {
    Path file = file();
    Files.createDirectories(restored);
    Files.writeString(restored.resolve("letter"), "dear");
    assertThat(refused(() -> restore(restored).restore(file, key()))).isEqualTo(Reason.NOT_EMPTY);
    assertThat(names(restored)).containsExactly("letter");
    assertThat(refused(() -> restore(DATA).restore(file, key()))).isEqualTo(Reason.NOT_EMPTY);
  }

  @Test
  void aFolderWhereAKeyLiesAlreadyIsNoPlaceForARestore() throws Exception {
    Path key = restored.resolve(StoreKey.FILE);
    Files.createDirectories(restored.resolve("secrets"));
    Files.writeString(key, "of another store");
    DatabaseSettings ofTheShop =
        new DatabaseSettings.Installed("127.0.0.1", 1, "lajur", "lajur", key, null);
    for (DatabaseSettings database :
        List.of(new DatabaseSettings.Embedded(restored, 128), ofTheShop)) {
      Restore into =
          new Restore(
              new ServerConfig(restored, "127.0.0.1", 0, database),
              restored.resolve("lajur.toml"),
              true,
              Clock.systemUTC(),
              "test",
              step -> {});
      assertThat(refused(() -> into.restore(file(), key()))).isEqualTo(Reason.NOT_EMPTY);
    }
    assertThat(key).hasContent("of another store");
    assertThat(names(restored)).containsExactly("secrets");
  }

  @Test
  void aDatabaseThatRefusesAStatementIsToldInWordsAndNothingIsKept() throws Exception {
    Path broken = folder.resolve("broken");
    write(
        broken,
        BackupFile.check(file(), key()),
        """
        CREATE TABLE kept (a INT);
        INSERT INTO kept VALUES (1);
        INSERT INTO nowhere VALUES (1);
        """
            + DatabaseDump.LAST_LINE
            + "\n");
    Path recovery = folder.resolve("key");
    Files.writeString(recovery, key().text());

    Ran ran =
        run(
            new RestoreCommand(),
            "--data",
            restored.toString(),
            "--key-file",
            recovery.toString(),
            broken.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err().lines())
        .singleElement()
        .asString()
        .startsWith("Nothing was restored into " + restored)
        .contains("nowhere");
    assertThat(names(restored)).isEmpty();
  }

  /** A backup as its program would write it, of a database that nobody would dump so. */
  private static void write(Path file, Manifest manifest, String sql) throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(BackupFile.MANIFEST, manifest.toToml().getBytes(StandardCharsets.UTF_8));
    entries.put(Backup.AUTHORITY, Files.readAllBytes(DATA.resolve(Backup.AUTHORITY)));
    entries.put(BackupFile.DATABASE, sql.getBytes(StandardCharsets.UTF_8));
    try (FileChannel kept =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        WritableByteChannel plain =
            new StandardEncryptingChannelFactory().newEncryptingChannel(kept, key().writers());
        ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(plain))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  @Test
  void whatAKilledBackupLeftIsRemovedByTheNextAndNothingElse() throws Exception {
    Path first = made().file();
    Path half = backups.resolve(first.getFileName() + ".part");
    Files.writeString(half, "half");
    Path stranger = backups.resolve("lajur-XX-00000000-20270101T000000000Z.zip.age.part");
    Files.writeString(stranger, "another store's, at work");
    Path second = made().file();
    assertThat(names(backups))
        .containsExactlyInAnyOrder(
            first.getFileName().toString(),
            second.getFileName().toString(),
            stranger.getFileName().toString());
    assertThat(names(DATA.resolve("run"))).noneMatch(name -> name.startsWith("dump"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(second)))
        .isEqualTo("rw-------");
  }

  @Test
  void backupsAreKeptByAgeAndOnlyThisStores() throws Exception {
    Files.createDirectories(backups);
    Path stranger = backups.resolve("lajur-XX-00000000-20200101T000000000Z.zip.age");
    Files.writeString(stranger, "another store's");
    Keep keep = Keep.parse("2h,2d,0w,0m").orElseThrow();
    Instant noon = Instant.parse("2031-03-17T05:00:00Z");
    var first = backup(at(noon.minus(Duration.ofHours(60)))).make(backups, keep);
    String named = first.file().getFileName().toString();
    for (String older : List.of("15T050000000", "15T170000000", "16T050000000", "16T170000000")) {
      Files.writeString(backups.resolve(named.replace("14T170000000", older)), "another of ours");
    }
    Backup.Made last = backup(at(noon)).make(backups, keep);
    assertThat(last.removed()).isNotEmpty().allMatch(file -> !Files.exists(file));
    assertThat(names(backups).stream().map(name -> name.replaceAll(".*-", "")))
        .containsExactlyInAnyOrder(
            "20200101T000000000Z.zip.age",
            "20310316T050000000Z.zip.age", // the last of yesterday, in Jakarta
            "20310317T050000000Z.zip.age");
  }

  private static Clock at(Instant moment) {
    return Clock.fixed(moment, ZoneOffset.UTC);
  }

  @Test
  void twoBackupsOfAStoreAreNotMadeAtATime() throws Exception {
    Path lock = DATA.resolve("run").resolve("backup.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(refused(this::made)).isEqualTo(Reason.BUSY);
    }
    assertThat(made().file()).exists();
  }

  @Test
  void aKeyWithASlipIsNoKey() throws Exception {
    Path file = folder.resolve("key");
    String text = StoreKey.random().text();
    Files.writeString(file, text.toLowerCase(java.util.Locale.ROOT));
    assertThat(StoreKey.read(file).text()).isEqualTo(text);
    int place = text.indexOf("AGE-SECRET") + 30;
    String slipped =
        text.substring(0, place)
            + (text.charAt(place) == 'Q' ? 'P' : 'Q')
            + text.substring(place + 1);
    for (String wrong : List.of(slipped, "", "hello", text + text)) {
      Files.writeString(file, wrong);
      assertThat(refused(() -> StoreKey.read(file))).isEqualTo(Reason.NO_KEY);
    }
    assertThat(refused(() -> StoreKey.read(folder.resolve("nowhere")))).isEqualTo(Reason.NO_KEY);
  }

  @Test
  void aFullDiskLeavesNoHalfBackup() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    org.junit.jupiter.api.Assumptions.assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", disk.toString()),
        "only root can make a small disk");
    try {
      assertThat(refused(() -> backup(Clock.systemUTC()).make(disk, null)))
          .isEqualTo(Reason.DISK_FULL);
      assertThat(names(disk)).isEmpty();
    } finally {
      assertThat(succeeds("umount", disk.toString())).isTrue();
    }
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    return process.waitFor() == 0;
  }

  private record Ran(int status, String out, String err) {}

  private static Ran run(Object command, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  if (failure instanceof StartRefused) {
                    line.getErr().println(failure.getMessage());
                  } else {
                    failure.printStackTrace(line.getErr());
                  }
                  return 1;
                })
            .execute(options);
    return new Ran(status, out.toString(), err.toString());
  }

  @Test
  void theCommandsMakeCheckAndRestoreAndSayWhatTheyDid() throws Exception {
    store.lane().close();
    Path recovery = folder.resolve("recovery.key");
    Path taken = DATA.resolve(StoreKey.FILE + ".taken");
    Files.deleteIfExists(taken);

    Ran made = run(new BackupCommand(), "--data", DATA.toString(), "--to", backups.toString());
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.out())
        .contains("Toko Uji", "whole and read back", "lies on this machine alone");
    Path file = backups.resolve(names(backups).get(0));

    Ran key =
        run(new BackupCommand(), "key", "--data", DATA.toString(), "--to", recovery.toString());
    assertThat(key.status()).as(key.err()).isZero();
    assertThat(key.out()).doesNotContain("AGE-SECRET-KEY");
    assertThat(
            run(new BackupCommand(), "key", "--data", DATA.toString(), "--to", recovery.toString()))
        .satisfies(again -> assertThat(again.err()).contains("is there already"))
        .satisfies(again -> assertThat(again.status()).isEqualTo(1));
    assertThat(
            run(new BackupCommand(), "--data", DATA.toString(), "--to", backups.toString()).out())
        .doesNotContain("lies on this machine alone");

    Ran checked =
        run(new BackupCommand(), "check", "--key-file", recovery.toString(), file.toString());
    assertThat(checked.status()).as(checked.err()).isZero();
    assertThat(checked.out()).contains("is whole", "receipts", "balanceMinor");

    Ran done = whole().done();
    assertThat(done.status()).as(done.err() + done.out()).isZero();
    assertThat(done.out()).contains("revenueMinor", ", equal", "clean", "restored in");
    assertThat(whole().again().status()).isEqualTo(1);
    assertThat(whole().again().err()).contains("is not empty");
    assertThat(
            run(new RestoreCommand(), "--key-file", recovery.toString(), file.toString()).status())
        .isEqualTo(2);
    assertThat(run(new BackupCommand(), "--data", DATA.toString(), "--keep", "long").status())
        .isEqualTo(2);
  }

  @Test
  void theKeyOfBackupsThatOthersCanReadIsRefused() throws Exception {
    var unused = file();
    Path key = DATA.resolve(StoreKey.FILE);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    try {
      assertThat(catchThrowableOfType(StartRefused.class, this::made))
          .hasMessageContaining("open to other users");
    } finally {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void nothingOfTheStoreCanBeReadInTheFile() throws Exception {
    byte[] bytes = Files.readAllBytes(file());
    String text = StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(bytes)).toString();
    assertThat(text).doesNotContain("Toko Uji", "CREATE TABLE", "PRIVATE KEY");
  }

  @Test
  void theTotalsAreOfTheSameMomentAsTheCopy() throws SQLException {
    // Compared with the whole of the database at rest, so that no figure can be forgotten.
    Backup.Made made = made();
    StoreDatabase database = store.server().database();
    assertThat(database.jdbi().withHandle(BackupDao::totals)).isEqualTo(made.manifest().totals());
    DataFolders.forceNames(made.file());
  }
}
