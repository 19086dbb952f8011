-- People: PINs that must be changed, wrong tries by number (whether it exists or not), sessions
-- that end with idle time, a bound for drawers opened without a sale.

ALTER TABLE operator
  ADD COLUMN must_change_pin BOOLEAN NOT NULL DEFAULT FALSE;

-- Kept by number and not by operator, so that nobody learns which numbers exist.
CREATE TABLE sign_on_failure (
  store_id     SMALLINT    NOT NULL,
  number       VARCHAR(8)  NOT NULL,
  tries        SMALLINT    NOT NULL,
  last_at      DATETIME(6) NOT NULL,
  locked_until DATETIME(6) NULL,
  PRIMARY KEY (store_id, number),
  KEY (last_at),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO sign_on_failure (store_id, number, tries, last_at, locked_until)
SELECT store_id, number, failed_tries, UTC_TIMESTAMP(6), locked_until
  FROM operator WHERE failed_tries > 0;

ALTER TABLE operator DROP COLUMN failed_tries, DROP COLUMN locked_until;

ALTER TABLE session
  ADD COLUMN seen_at DATETIME(6) NULL,  -- its last call, to the minute; NULL = none since sign-on
  ADD KEY (closed_at, seen_at);

ALTER TABLE role
  ADD COLUMN drawer_limit INT NULL;     -- drawers opened without a sale, per shift; NULL = no limit

-- The supervisor of a store made so far may do all there is.
INSERT INTO role_permission (role_id, permission)
SELECT role_id, 'cost.read' FROM role WHERE code = 'SUPERVISOR'
 UNION ALL
SELECT role_id, 'approval.answer' FROM role WHERE code = 'SUPERVISOR';
