-- The certificates that machines have had, and the codes by which they get one. The one in force is
-- terminal.certificate_fingerprint, by which calls are let in.

CREATE TABLE certificate (
  fingerprint  BINARY(32)    NOT NULL,  -- SHA-256 of the certificate
  terminal_id  INT           NOT NULL,
  serial       BIGINT        NULL,      -- NULL: signed before certificates were kept here
  key_digest   BINARY(32)    NULL,      -- SHA-256 of the machine's public key
  pem          VARCHAR(4000) NULL,
  machine_name VARCHAR(200)  COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  request_id   BINARY(16)    NULL,      -- of the call that it answered
  issued_at    DATETIME(6)   NOT NULL,
  expires_at   DATETIME(6)   NOT NULL,
  follows      BINARY(32)    NULL,      -- the one in force until this one is used; then NULL
  ended_at     DATETIME(6)   NULL,
  ended_by     VARCHAR(64)   NULL,
  ended_why    VARCHAR(200)  COLLATE utf8mb4_uca1400_ai_ci NULL,
  PRIMARY KEY (fingerprint),
  UNIQUE KEY (serial),
  UNIQUE KEY (request_id),
  KEY (terminal_id, ended_at),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO certificate (fingerprint, terminal_id, machine_name, issued_at, expires_at)
SELECT certificate_fingerprint, terminal_id, '', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 2 YEAR
  FROM terminal WHERE certificate_fingerprint IS NOT NULL AND kind <> 'SERVER';

-- The server's own terminal has no machine: nobody can call as the server.
UPDATE terminal SET certificate_fingerprint = NULL WHERE kind = 'SERVER';

CREATE TABLE enrolment_code (
  seal        BINARY(32)  NOT NULL,  -- HMAC of the code under the authority's key
  terminal_id INT         NOT NULL,
  replaces    BOOLEAN     NOT NULL,  -- may put another machine into the place of the one there is
  made_at     DATETIME(6) NOT NULL,
  made_by     VARCHAR(64) NOT NULL,
  expires_at  DATETIME(6) NOT NULL,
  wrong_tries TINYINT     NOT NULL,  -- made by anybody while this code was open
  closed_at   DATETIME(6) NULL,      -- used, or given up for another one
  fingerprint BINARY(32)  NULL,      -- the certificate it was used for
  PRIMARY KEY (seal),
  KEY (terminal_id, closed_at),
  KEY (closed_at),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id),
  FOREIGN KEY (fingerprint) REFERENCES certificate (fingerprint)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
