package id.lajur.server.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The codes by which machines are enrolled, and the terminals whose place they take. */
interface EnrolmentDao {
  /** A code that can be used. */
  record OpenCode(byte[] seal, int terminalId, boolean replaces) {}

  @SqlQuery(
      """
      SELECT seal, terminal_id, replaces FROM enrolment_code
       WHERE closed_at IS NULL AND expires_at > :now AND wrong_tries < :mostWrong
       ORDER BY seal FOR UPDATE""")
  @RegisterConstructorMapper(OpenCode.class)
  List<OpenCode> lockOpenCodes(Instant now, int mostWrong);

  @SqlUpdate(
      """
      UPDATE enrolment_code SET wrong_tries = wrong_tries + 1
       WHERE closed_at IS NULL AND expires_at > :now AND wrong_tries < :mostWrong""")
  void countWrong(Instant now, int mostWrong);

  @SqlUpdate(
      "UPDATE enrolment_code SET closed_at = :now, fingerprint = :fingerprint WHERE seal = :seal")
  void useCode(byte[] seal, byte[] fingerprint, Instant now);

  @SqlUpdate(
      """
      UPDATE enrolment_code SET closed_at = :now
       WHERE terminal_id = :terminalId AND closed_at IS NULL""")
  void closeCodes(int terminalId, Instant now);

  @SqlUpdate(
      """
      INSERT INTO enrolment_code (seal, terminal_id, replaces, made_at, made_by, expires_at,
                                  wrong_tries)
      VALUES (:seal, :terminalId, :replaces, :now, :by, :expiresAt, 0)""")
  void insertCode(
      byte[] seal, int terminalId, boolean replaces, Instant now, String by, Instant expiresAt);

  /** A terminal as an enrolled machine is told of it. */
  record Place(
      int terminalId,
      String code,
      String name,
      String kind,
      String storeCode,
      String storeName,
      boolean training) {}

  @SqlQuery(
      """
      SELECT t.terminal_id, t.code, t.name, t.kind, s.code AS store_code, s.name AS store_name,
             s.training
        FROM terminal t JOIN store s ON s.store_id = t.store_id
       WHERE t.terminal_id = :terminalId""")
  @RegisterConstructorMapper(Place.class)
  Place place(int terminalId);

  @SqlQuery("SELECT terminal_id FROM terminal WHERE kind = 'SERVER' ORDER BY terminal_id LIMIT 1")
  int serverTerminal();

  @SqlQuery("SELECT terminal_id FROM terminal WHERE code = :code AND kind <> 'SERVER' FOR UPDATE")
  Optional<Integer> lockTerminal(String code);

  @SqlQuery(
      """
      SELECT t.code, t.name, t.kind, t.certificate_fingerprint AS fingerprint, c.machine_name,
             c.expires_at,
             (SELECT MAX(e.expires_at) FROM enrolment_code e
               WHERE e.terminal_id = t.terminal_id AND e.closed_at IS NULL
                 AND e.expires_at > :now AND e.wrong_tries < :mostWrong) AS code_until,
             (SELECT MAX(GREATEST(s.opened_at, COALESCE(s.seen_at, s.opened_at),
                                  COALESCE(s.closed_at, s.opened_at)))
                FROM session s WHERE s.terminal_id = t.terminal_id) AS last_seen,
             (SELECT o.name FROM session s JOIN operator o ON o.operator_id = s.operator_id
               WHERE s.terminal_id = t.terminal_id AND s.closed_at IS NULL
               ORDER BY s.opened_at DESC LIMIT 1) AS operator_name
        FROM terminal t LEFT JOIN certificate c ON c.fingerprint = t.certificate_fingerprint
       WHERE t.kind <> 'SERVER' ORDER BY t.code""")
  @RegisterConstructorMapper(MachineRegister.Listed.class)
  List<MachineRegister.Listed> list(Instant now, int mostWrong);

  @SqlQuery("SELECT store_id FROM store ORDER BY store_id LIMIT 1 FOR UPDATE")
  int lockStore();

  @SqlQuery("SELECT COUNT(*) > 0 FROM terminal WHERE code = :code")
  boolean isTerminal(String code);

  @SqlQuery("SELECT MAX(terminal_id) + 1 FROM terminal")
  int nextTerminalId();

  @SqlUpdate(
      """
      INSERT INTO terminal (terminal_id, store_id, location_id, code, name, kind)
      VALUES (:terminalId, :storeId,
              (SELECT MIN(location_id) FROM location WHERE store_id = :storeId),
              :code, :name, :kind)""")
  void insertTerminal(int terminalId, int storeId, String code, String name, String kind);

  @SqlUpdate(
      "INSERT INTO audit_head (terminal_id, last_number, last_hash) VALUES (:terminalId, 0, :zeros)")
  void insertAuditHead(int terminalId, byte[] zeros);

  @SqlUpdate(
      """
      INSERT INTO receipt_head (terminal_id, series, last_number, last_hash)
      VALUES (:terminalId, 'S', 0, :zeros), (:terminalId, 'E', 0, :zeros)""")
  void insertReceiptHeads(int terminalId, byte[] zeros);

  @SqlUpdate("UPDATE terminal SET name = :name WHERE terminal_id = :terminalId")
  void rename(int terminalId, String name);
}
