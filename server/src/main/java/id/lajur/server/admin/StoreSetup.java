package id.lajur.server.admin;

import id.lajur.server.config.NewStore;
import id.lajur.server.people.RoleDao;
import id.lajur.server.people.RoleTemplate;
import id.lajur.server.people.Setting;
import id.lajur.server.security.Authority;
import id.lajur.server.security.CertificateDao;
import id.lajur.server.security.Certificates;
import id.lajur.server.security.PinHasher;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Makes a store in an empty database, and its first machines and people. */
public final class StoreSetup {
  /** The server's own terminal: it keeps a journal too. */
  static final String SERVER_CODE = "SRV";

  /** Of a new shop: sooner than a desk, as a lane stands among people and holds cash. */
  private static final String LANE_IDLE_MINUTES = "10";

  private final Jdbi jdbi;
  private final Authority authority;
  private final PinHasher pins;

  public StoreSetup(Jdbi jdbi, Authority authority, PinHasher pins) {
    this.jdbi = jdbi;
    this.authority = authority;
    this.pins = pins;
  }

  /** As the shop calls itself. */
  public String storeName() {
    return jdbi.withExtension(StoreSetupDao.class, StoreSetupDao::storeName);
  }

  /** The zone and the currency that the store has. */
  NewStore hasMoneyAndZone() {
    return jdbi.withExtension(StoreSetupDao.class, StoreSetupDao::moneyAndZone);
  }

  /** Makes the store if the database holds none; all of it or nothing. */
  void createIfAbsent(StoreProfile profile) {
    jdbi.useTransaction(
        handle -> {
          StoreSetupDao dao = handle.attach(StoreSetupDao.class);
          if (dao.store().isPresent()) {
            return;
          }
          dao.insertStore(profile);
          dao.insertShopFloor();
          dao.insertEventHead();
          Instant always = Instant.EPOCH;
          dao.insertSetting("cash.coin_minor", always, Long.toString(profile.coinMinor()));
          dao.insertSetting("cash.rounding", always, "NEAREST");
          dao.insertSetting("tax.rounding", always, "PER_RATE");
          Chart.ACCOUNTS.forEach(
              account -> dao.insertAccount(account.code(), account.name(), account.kind()));
          taxes(dao, always);
          if (!profile.training()) { // a replayed shop's 2x codes are its own, and its days jump
            labels(dao);
            dao.insertSetting(Setting.LANE_IDLE_MINUTES.key(), always, LANE_IDLE_MINUTES);
          }
          dao.insertTenderKind("CASH", "Tunai", "1102", true, 1);
          dao.insertTenderKind("CARD", "Kartu", "1121", false, 2);
          dao.insertTenderKind("QRIS", "QRIS", "1122", false, 3);
          roles(handle.attach(RoleDao.class), profile.coinMinor());
          addTerminal(dao, SERVER_CODE, "Server", "SERVER");
        });
  }

  /**
   * @see "PMK 131/2024: 12 % on 11/12 of the base, luxury goods on the whole"
   */
  private static void taxes(StoreSetupDao dao, Instant always) {
    dao.insertTaxClass(1, "BIASA", "PPN");
    dao.insertTaxRate(1, always, "INCLUSIVE", 120_000, 11, 12, "04");
    dao.insertTaxClass(2, "MEWAH", "PPN barang mewah");
    dao.insertTaxRate(2, always, "INCLUSIVE", 120_000, 1, 1, "01");
    dao.insertTaxClass(3, "BEBAS", "Bebas PPN");
    dao.insertTaxRate(3, always, "NONE", 0, 1, 1, "08");
    dao.insertTaxClass(4, "NON_PPN", "Bukan objek PPN");
    dao.insertTaxRate(4, always, "NONE", 0, 1, 1, "NoVAT");
  }

  private static void labels(StoreSetupDao dao) {
    dao.insertLayout("21", 5, "WEIGHT", 5, 3, false);
    dao.insertLayout("22", 5, "PRICE", 5, 0, false);
    dao.insertLayout("23", 4, "PRICE", 6, 0, false);
    dao.insertLayout("24", 4, "PRICE", 5, 0, true);
  }

  private static void roles(RoleDao dao, long coinMinor) {
    int id = 0;
    for (RoleTemplate template : RoleTemplate.ALL) {
      id++;
      dao.insert(id, 1, template.code(), template.title(), template.limits(coinMinor));
      for (String permission : template.permissions()) {
        int unused = dao.grant(id, permission);
      }
    }
  }

  /**
   * Makes a terminal and signs its certificate.
   *
   * @param kind LANE or BACK_OFFICE
   * @return key and certificate for that machine alone
   */
  public Authority.Identity addTerminal(String code, String name, String kind) {
    Authority.Identity identity = authority.issueTerminal(code);
    jdbi.useTransaction(
        handle -> {
          int terminalId = addTerminal(handle.attach(StoreSetupDao.class), code, name, kind);
          CertificateDao.Issued issued =
              Certificates.issued(
                  Authority.certificate(identity.certificatePem()),
                  terminalId,
                  "",
                  null,
                  Instant.now(),
                  null);
          CertificateDao certificates = handle.attach(CertificateDao.class);
          certificates.insert(issued);
          certificates.putInForce(terminalId, issued.fingerprint());
        });
    return identity;
  }

  /** A terminal whose place no machine has yet. */
  private static int addTerminal(StoreSetupDao dao, String code, String name, String kind) {
    dao.lockStore();
    dao.insertTerminal(code, name, kind);
    int terminalId = dao.terminalId(code);
    dao.insertAuditHead(terminalId, new byte[32]);
    dao.insertReceiptHeads(terminalId, new byte[32]);
    return terminalId;
  }

  /**
   * Makes an operator.
   *
   * @param role code, see {@link RoleTemplate}
   * @param pin emptied by this call
   */
  public void addOperator(String number, String name, String role, char[] pin, String language) {
    String hash = pins.hash(pin);
    jdbi.useTransaction(
        handle -> {
          StoreSetupDao dao = handle.attach(StoreSetupDao.class);
          dao.lockStore();
          dao.insertOperator(number, name, role, hash, language);
        });
  }

  /** Makes a supplier. */
  public void addSupplier(String code, String name) {
    jdbi.useTransaction(
        handle -> {
          StoreSetupDao dao = handle.attach(StoreSetupDao.class);
          dao.lockStore();
          dao.insertSupplier(code, name);
        });
  }

  /**
   * Sets, in a store made for training, what a shop elsewhere has: tax on top of the price, tenders
   * that all give change, and bounds of its own.
   *
   * @param onTopMicro by tax class, millionths; 0 = no tax. A class that is missing is made
   * @param tenders code and account of each kind
   * @param settings name and value
   */
  public void setForTraining(
      Map<String, Integer> onTopMicro, Map<String, String> tenders, Map<String, String> settings) {
    jdbi.useTransaction(
        handle -> {
          StoreSetupDao dao = handle.attach(StoreSetupDao.class);
          dao.lockStore();
          onTopMicro.forEach((code, micro) -> taxOnTop(dao, code, micro));
          tenders.forEach((code, account) -> dao.putTenderThatGivesChange(code, code, account));
          settings.forEach((name, value) -> dao.putSetting(name, Instant.EPOCH, value));
          dao.rulesChanged();
        });
  }

  private static void taxOnTop(StoreSetupDao dao, String code, int micro) {
    int id =
        dao.taxClassId(code)
            .orElseGet(
                () -> {
                  int made = dao.nextTaxClassId();
                  dao.insertTaxClass(made, code, code);
                  return made;
                });
    dao.deleteTaxRates(id);
    String mode = micro == 0 ? "NONE" : "EXCLUSIVE";
    dao.insertTaxRate(id, Instant.EPOCH, mode, micro, 1, 1, "");
  }
}
