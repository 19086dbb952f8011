package id.lajur.server.admin;

import id.lajur.server.audit.AuditRuns;
import id.lajur.server.audit.AuditService;
import id.lajur.server.backup.Restore;
import id.lajur.server.catalog.BestSellers;
import id.lajur.server.catalog.CatalogService;
import id.lajur.server.catalog.CatalogWriter;
import id.lajur.server.catalog.Departments;
import id.lajur.server.catalog.ItemService;
import id.lajur.server.catalog.PriceChange;
import id.lajur.server.catalog.PriceLevelService;
import id.lajur.server.catalog.PriceLevels;
import id.lajur.server.catalog.QuickItem;
import id.lajur.server.catalog.QuickKeyService;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.customer.MemberService;
import id.lajur.server.customer.Members;
import id.lajur.server.database.StartRefused;
import id.lajur.server.database.StoreDatabase;
import id.lajur.server.live.LiveService;
import id.lajur.server.live.MonitorService;
import id.lajur.server.people.ApprovalClock;
import id.lajur.server.people.ApprovalRequests;
import id.lajur.server.people.ApprovalService;
import id.lajur.server.people.Approvals;
import id.lajur.server.people.Enrolling;
import id.lajur.server.people.EnrolmentService;
import id.lajur.server.people.IdleSessions;
import id.lajur.server.people.MachineWatch;
import id.lajur.server.people.PeopleService;
import id.lajur.server.people.SessionService;
import id.lajur.server.people.SettingService;
import id.lajur.server.people.SignOn;
import id.lajur.server.people.StoreZone;
import id.lajur.server.people.TerminalService;
import id.lajur.server.people.Terminals;
import id.lajur.server.posting.PostRight;
import id.lajur.server.posting.Posting;
import id.lajur.server.purchasing.DraftReading;
import id.lajur.server.purchasing.Drafts;
import id.lajur.server.purchasing.GoodsReceiptService;
import id.lajur.server.purchasing.LineFacts;
import id.lajur.server.purchasing.ReceiptReading;
import id.lajur.server.purchasing.Receiving;
import id.lajur.server.purchasing.ReceivingService;
import id.lajur.server.purchasing.Reversing;
import id.lajur.server.purchasing.SupplierService;
import id.lajur.server.purchasing.Suppliers;
import id.lajur.server.report.ReportService;
import id.lajur.server.report.SalesSums;
import id.lajur.server.sale.AtPayment;
import id.lajur.server.sale.BasketService;
import id.lajur.server.sale.Baskets;
import id.lajur.server.sale.EmergencySales;
import id.lajur.server.sale.EmergencyService;
import id.lajur.server.sale.OpenBaskets;
import id.lajur.server.sale.Paying;
import id.lajur.server.sale.ReceiptCopies;
import id.lajur.server.sale.Receipts;
import id.lajur.server.sale.Rules;
import id.lajur.server.sale.SaleService;
import id.lajur.server.sale.Selling;
import id.lajur.server.security.Activity;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Authority;
import id.lajur.server.security.Certificates;
import id.lajur.server.security.PinHasher;
import id.lajur.server.security.ServerTls;
import id.lajur.server.stock.CountService;
import id.lajur.server.stock.StockService;
import id.lajur.server.till.TillService;
import id.lajur.server.trace.JournalService;
import id.lajur.server.wire.CallContext;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Machines;
import id.lajur.server.wire.Snapshots;
import id.lajur.server.worker.Workers;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The store server, assembled: database, right to post, services, and the port they answer on. */
public final class StoreServer implements AutoCloseable {
  private static final int MOST_MESSAGE_BYTES = 1 << 20;
  private static final int THREADS = 16;

  /** A machine has one act on its way, its streams, and what it asks again after a deadline. */
  private static final int MOST_CALLS_OF_A_MACHINE = 32;

  private static final int HANDSHAKE_S = 5;
  private static final int IDLE_MINUTES =
      15; // a lane that is closed so comes again with its next act

  private final Opened opened;
  private final StoreDatabase database;
  private final Authority authority;
  private final StoreSetup setup;
  private final PostRight right;
  private final CatalogWriter catalog;
  private final Posting posting;
  private final HealthStatusManager health = new HealthStatusManager();
  private final Server server;

  /**
   * Starts a server; a data folder without a store gets the one of the profile.
   *
   * @param clock the one source of time; only a store made for training may be given another than
   *     the system's
   * @throws StartRefused in words, with nothing left running
   */
  public static StoreServer start(ServerConfig config, StoreProfile profile, Clock clock) {
    return start(config, profile, clock, Machines.Strangers.USUAL);
  }

  /** As above, with other bounds for connections without a certificate. */
  public static StoreServer start(
      ServerConfig config, StoreProfile profile, Clock clock, Machines.Strangers strangers) {
    Opened opened = new Opened();
    try {
      return new StoreServer(opened, config, profile, clock, strangers);
    } catch (RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  private StoreServer(
      Opened opened,
      ServerConfig config,
      StoreProfile profile,
      Clock clock,
      Machines.Strangers strangers) {
    this.opened = opened;
    Restore.refuseUnfinished(config.folder());
    // Keys that are there are read while the database starts; new ones wait for its folder's lock.
    CompletableFuture<@Nullable Keys> known =
        CompletableFuture.<@Nullable Keys>supplyAsync(
                () -> Authority.isIn(config.folder()) ? Keys.open(config.folder()) : null)
            .exceptionally(unreadable -> null);
    this.database = opened.add(StoreDatabase.open(config.database(), config.folder()));
    Keys keys = Objects.requireNonNullElseGet(known.join(), () -> Keys.open(config.folder()));
    this.authority = keys.authority();
    PinHasher pins = new PinHasher();
    this.setup = new StoreSetup(database.jdbi(), authority, pins);
    setup.createIfAbsent(profile);
    StoreSetupDao.StoreRow store =
        database.jdbi().withExtension(StoreSetupDao.class, StoreSetupDao::store).orElseThrow();
    DataSource pool = database.dataSource();
    // The lock of a data folder already keeps a second server from a database of our own.
    this.right =
        opened.add(
            PostRight.take(
                pool,
                store.storeId(),
                hostName() + ":" + config.port() + " process " + ProcessHandle.current().pid(),
                database.embedded() != null,
                PostRight.LEASE));
    long fence = right.fence();

    ExecutorService threads = Workers.several("calls", THREADS);
    opened.add(() -> Workers.finish(threads));
    // Machines live by the time of the world, whatever time a store made for training is given.
    InstantSource machineTime = InstantSource.system();
    Certificates certificates = new Certificates(database.jdbi(), machineTime);
    Machines machines = opened.add(new Machines(machineTime, strangers));
    opened.add(new MachineWatch(certificates, machines, keys.tls(), machineTime));
    Activity activity = new Activity(System::nanoTime);
    Calls calls = new Calls(new Admissions(pool, certificates, activity), threads);
    LiveService live = opened.add(new LiveService(calls, pool));
    StoreZone zone = new StoreZone(database.jdbi(), store.storeId());
    ZoneId unused = zone.now(); // one that is none is told at the start
    Baskets baskets = new Baskets(pool, new Rules(database.jdbi(), store.storeId()), clock);
    AtPayment atPayment = new AtPayment();
    SalesSums sums = opened.add(new SalesSums(database.jdbi(), store.storeId()).begin());
    MonitorService monitor =
        opened.add(
            new MonitorService(
                calls,
                pool,
                database.jdbi(),
                new MonitorService.Watched(store.storeId(), zone, clock, sums::distrust),
                new OpenBaskets(
                    baskets, new Rules(database.jdbi(), store.storeId()), store.storeId(), clock),
                new MonitorService.Lanes(machines::fingerprints, atPayment)));
    this.posting =
        opened.add(
            new Posting(
                pool,
                store.storeId(),
                fence,
                clock,
                seq -> {
                  live.wake();
                  monitor.wake();
                }));
    this.catalog = new CatalogWriter(pool, store.storeId(), serverTerminal(), fence);
    BestSellers bestSellers = opened.add(new BestSellers(pool, store.storeId()));
    Rules buying = new Rules(database.jdbi(), store.storeId());
    DraftReading drafts = new DraftReading(pool, buying, clock);
    Receiving receiving =
        opened.add(
            new Receiving(
                pool, database.jdbi(), posting, clock, zone, drafts, GoodsReceiptService::answer));
    SignOn signOn = new SignOn(database.jdbi(), pins, clock);
    opened.add(new IdleSessions(database.jdbi(), store.storeId(), activity, signOn, clock).begin());
    opened.add(new ApprovalClock(database.jdbi(), clock));
    Snapshots asked = opened.add(new Snapshots("approval-requests"));
    CountService counts =
        opened.add(new CountService(calls, database.jdbi(), posting, clock, zone));
    List<BindableService> services =
        List.of(
            new SessionService(calls, signOn, new Terminals(database.jdbi())),
            new EnrolmentService(calls, new Enrolling(database.jdbi(), authority, machineTime)),
            new ApprovalService(
                calls,
                new Approvals(pool, signOn, clock),
                new ApprovalRequests(database.jdbi(), clock, asked::wake),
                asked),
            new CatalogService(
                calls,
                database.jdbi(),
                bestSellers,
                new PriceChange(pool, fence, clock, live::wake),
                new QuickItem(pool, fence, clock, live::wake),
                new Departments(pool, fence, clock, live::wake),
                clock),
            new ItemService(calls, pool, database.jdbi(), fence, clock, live::wake),
            new QuickKeyService(calls, pool, fence, clock, live::wake),
            new PriceLevelService(calls, new PriceLevels(pool, fence, clock, live::wake)),
            new MemberService(calls, new Members(pool, clock, zone)),
            new BasketService(calls, baskets, new Selling(baskets, database.jdbi())),
            new SaleService(
                calls,
                baskets,
                new Paying(baskets, posting, clock),
                new ReceiptCopies(pool, clock),
                new Receipts(pool),
                atPayment),
            opened.add(
                new EmergencyService(
                    calls,
                    new EmergencySales(
                        pool,
                        database.jdbi(),
                        new Rules(database.jdbi(), store.storeId()),
                        posting,
                        clock),
                    database.jdbi(),
                    store.storeId(),
                    new Rules(database.jdbi(), store.storeId()),
                    clock)),
            new TillService(calls, pool, posting, clock, zone),
            new StockService(calls, database.jdbi(), posting, clock, zone),
            counts,
            new GoodsReceiptService(
                calls,
                receiving,
                new ReceiptReading(pool, clock),
                new Reversing(pool, posting, buying, clock, zone)),
            new ReceivingService(
                calls,
                new Drafts(pool, database.jdbi(), buying, clock, zone),
                drafts,
                new LineFacts(pool, drafts, buying, clock),
                receiving),
            new SupplierService(calls, new Suppliers(pool, clock)),
            new PeopleService(calls, database.jdbi(), pins, clock),
            new TerminalService(calls, database.jdbi(), authority, machines),
            new SettingService(calls, database.jdbi(), clock),
            new JournalService(calls, database.jdbi()),
            new AuditService(calls, opened.add(new AuditRuns(pool))),
            new ReportService(calls, database.jdbi(), clock, zone, sums),
            monitor,
            live);
    services.forEach(
        service ->
            service
                .bindService()
                .getMethods()
                .forEach(method -> CallContext.permissionOf(method.getMethodDescriptor())));
    this.server =
        listen(
            config,
            keys.tls().context(),
            machines,
            new CallContext(machineTime),
            services,
            threads);
    opened.add(this::endCalls);
    receiving.resume(store.storeId());
    counts.resume(store.storeId());
  }

  /** The store's authority, and what the server shows to callers. */
  private record Keys(Authority authority, ServerTls tls) {
    static Keys open(Path folder) {
      Authority authority = Authority.open(folder);
      return new Keys(authority, new ServerTls(authority, Instant.now()));
    }
  }

  private int serverTerminal() {
    return database
        .jdbi()
        .withExtension(StoreSetupDao.class, dao -> dao.terminalId(StoreSetup.SERVER_CODE));
  }

  private Server listen(
      ServerConfig config,
      SslContext tls,
      Machines machines,
      CallContext context,
      List<BindableService> services,
      ExecutorService threads) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(config.listen(), config.port()))
            .sslContext(tls)
            .executor(threads)
            .maxInboundMessageSize(MOST_MESSAGE_BYTES)
            .maxInboundMetadataSize(8 << 10)
            .handshakeTimeout(HANDSHAKE_S, TimeUnit.SECONDS)
            .maxConnectionIdle(IDLE_MINUTES, TimeUnit.MINUTES)
            .maxConcurrentCallsPerConnection(MOST_CALLS_OF_A_MACHINE)
            .keepAliveTime(30, TimeUnit.SECONDS)
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .channelType(NioServerSocketChannel.class)
            .bossEventLoopGroup(machines.accepting())
            .workerEventLoopGroup(machines.serving())
            .addTransportFilter(machines)
            .intercept(context);
    services.forEach(builder::addService);
    builder.addService(health.getHealthService());
    try {
      return builder.build().start();
    } catch (IOException e) {
      throw new StartRefused(
          "Port "
              + config.port()
              + " on "
              + config.listen()
              + " cannot be used: "
              + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
          e);
    }
  }

  public int port() {
    return server.getPort();
  }

  /** What is answered on the port. */
  public List<ServerServiceDefinition> services() {
    return server.getServices();
  }

  public Authority authority() {
    return authority;
  }

  public StoreSetup setup() {
    return setup;
  }

  public CatalogWriter catalog() {
    return catalog;
  }

  public StoreDatabase database() {
    return database;
  }

  /** The one door to the books, for whoever asks how long its queue was. */
  public Posting posting() {
    return posting;
  }

  /** Waits until the server has ended. */
  public void awaitEnd() throws InterruptedException {
    server.awaitTermination();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown host";
    }
  }

  /** The right to post; its fence rises with each server that takes it. */
  public PostRight right() {
    return right;
  }

  /** Lets running calls end, posts what is queued, and shuts the database down in order. */
  @Override
  public void close() {
    opened.close();
  }

  private void endCalls() {
    health.enterTerminalState();
    server.shutdown();
    try {
      if (!server.awaitTermination(5, TimeUnit.SECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.shutdownNow();
    }
  }
}
