-- The shop, its machines and its people. Codes compare byte by byte, names as people sort them.
-- Times are UTC with microseconds; money is in hundredths of the store's currency.

CREATE TABLE store (
  store_id          SMALLINT     NOT NULL,
  code              VARCHAR(16)  NOT NULL,
  name              VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  address           VARCHAR(400) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  tax_number        VARCHAR(32)  NOT NULL,
  currency          CHAR(3)      NOT NULL,
  amount_unit_minor INT          NOT NULL,  -- smallest step of an amount: 100 for rupiah
  time_zone         VARCHAR(64)  NOT NULL,
  receipt_footer    VARCHAR(400) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  training          BOOLEAN      NOT NULL,  -- made for trial, replay or demo; never changed back
  rules_version     BIGINT       NOT NULL,  -- rises with every change of settings, rates, kinds, roles
  PRIMARY KEY (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE store_setting (
  store_id     SMALLINT    NOT NULL,
  name         VARCHAR(64) NOT NULL,
  effective_at DATETIME(6) NOT NULL,
  value        VARCHAR(200) NOT NULL,
  PRIMARY KEY (store_id, name, effective_at),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE location (
  location_id SMALLINT     NOT NULL,
  store_id    SMALLINT     NOT NULL,
  code        VARCHAR(16)  NOT NULL,
  name        VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  PRIMARY KEY (location_id),
  UNIQUE KEY (store_id, code),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE terminal (
  terminal_id             INT          NOT NULL,
  store_id                SMALLINT     NOT NULL,
  location_id             SMALLINT     NOT NULL,  -- where its sales take stock from
  code                    VARCHAR(8)   NOT NULL,
  name                    VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  kind                    ENUM ('SERVER', 'LANE', 'BACK_OFFICE') NOT NULL,
  certificate_fingerprint BINARY(32)   NULL,      -- SHA-256 of the enrolled certificate
  PRIMARY KEY (terminal_id),
  UNIQUE KEY (store_id, code),
  UNIQUE KEY (certificate_fingerprint),
  FOREIGN KEY (store_id) REFERENCES store (store_id),
  FOREIGN KEY (location_id) REFERENCES location (location_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE role (
  role_id              SMALLINT     NOT NULL,
  store_id             SMALLINT     NOT NULL,
  code                 VARCHAR(32)  NOT NULL,
  name                 VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  discount_limit_micro INT          NULL,  -- millionths of the line or basket; NULL = no limit
  override_limit_micro INT          NULL,  -- how far below the list price
  return_limit_minor   BIGINT       NULL,  -- value of one returned line
  cash_limit_minor     BIGINT       NULL,  -- of one pay-in or pay-out
  PRIMARY KEY (role_id),
  UNIQUE KEY (store_id, code),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE role_permission (
  role_id    SMALLINT    NOT NULL,
  permission VARCHAR(64) NOT NULL,
  PRIMARY KEY (role_id, permission),
  FOREIGN KEY (role_id) REFERENCES role (role_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE operator (
  operator_id   INT          NOT NULL,
  store_id      SMALLINT     NOT NULL,
  number        VARCHAR(8)   NOT NULL,
  name          VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  role_id       SMALLINT     NOT NULL,
  pin_hash      VARCHAR(200) NOT NULL,  -- Argon2id with its parameters and salt
  language      CHAR(2)      NOT NULL,
  active        BOOLEAN      NOT NULL,
  failed_tries  SMALLINT     NOT NULL DEFAULT 0,
  locked_until  DATETIME(6)  NULL,
  PRIMARY KEY (operator_id),
  UNIQUE KEY (store_id, number),
  FOREIGN KEY (store_id) REFERENCES store (store_id),
  FOREIGN KEY (role_id) REFERENCES role (role_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE session (
  session_id  BINARY(16)  NOT NULL,
  terminal_id INT         NOT NULL,
  operator_id INT         NOT NULL,
  opened_at   DATETIME(6) NOT NULL,
  closed_at   DATETIME(6) NULL,
  PRIMARY KEY (session_id),
  KEY (terminal_id, closed_at),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id),
  FOREIGN KEY (operator_id) REFERENCES operator (operator_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A supervisor's word for one act; used up in the act's own transaction.
CREATE TABLE approval (
  approval_id  BINARY(16)   NOT NULL,
  terminal_id  INT          NOT NULL,
  requested_by INT          NOT NULL,
  approved_by  INT          NOT NULL,
  permission   VARCHAR(64)  NOT NULL,
  subject_id   BINARY(16)   NOT NULL,
  reason       VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  approved_at  DATETIME(6)  NOT NULL,
  expires_at   DATETIME(6)  NOT NULL,
  used_by      BINARY(16)   NULL,       -- request id of the act
  PRIMARY KEY (approval_id),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id),
  FOREIGN KEY (requested_by) REFERENCES operator (operator_id),
  FOREIGN KEY (approved_by) REFERENCES operator (operator_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The audit journal: append-only, one hash chain per terminal; the server is a terminal too.
CREATE TABLE audit_head (
  terminal_id INT        NOT NULL,
  last_number BIGINT     NOT NULL,
  last_hash   BINARY(32) NOT NULL,
  PRIMARY KEY (terminal_id),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE audit_entry (
  terminal_id  INT          NOT NULL,
  number       BIGINT       NOT NULL,
  occurred_at  DATETIME(6)  NOT NULL,
  kind         VARCHAR(32)  NOT NULL,
  operator_id  INT          NULL,
  approved_by  INT          NULL,
  subject_id   BINARY(16)   NULL,       -- basket, sale, shift or session
  line_id      INT          NULL,
  amount_minor BIGINT       NULL,
  before_value VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NULL,
  after_value  VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NULL,
  reason       VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NULL,
  hash         BINARY(32)   NOT NULL,
  PRIMARY KEY (terminal_id, number),
  KEY (occurred_at),
  KEY (subject_id),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
