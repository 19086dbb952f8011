-- An approval names the most it is for; a request for one waits for the manager's desk.

ALTER TABLE approval
  ADD COLUMN most_minor BIGINT NULL;    -- what the act may come to; NULL = as far as the giver goes

CREATE TABLE approval_request (
  request_id   BINARY(16)   NOT NULL,   -- of the lane; the approval's id once it is given
  store_id     SMALLINT     NOT NULL,
  terminal_id  INT          NOT NULL,
  requested_by INT          NOT NULL,
  permission   VARCHAR(64)  NOT NULL,
  subject_id   BINARY(16)   NOT NULL,
  reason       VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  most_minor   BIGINT       NULL,
  requested_at DATETIME(6)  NOT NULL,
  expires_at   DATETIME(6)  NOT NULL,   -- of the request; what waits beyond it is expired
  state        ENUM ('WAITING', 'APPROVED', 'DECLINED', 'CANCELLED') NOT NULL,
  answered_by  INT          NULL,
  answered_at  DATETIME(6)  NULL,
  PRIMARY KEY (request_id),
  KEY (store_id, state, expires_at),
  KEY (terminal_id, state),
  FOREIGN KEY (store_id) REFERENCES store (store_id),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id),
  FOREIGN KEY (requested_by) REFERENCES operator (operator_id),
  FOREIGN KEY (answered_by) REFERENCES operator (operator_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
