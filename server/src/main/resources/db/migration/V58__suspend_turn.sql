-- Whoever puts a basket aside holds the row of its store until that is committed, so that two lanes
-- never give the same number at the same moment.
CREATE TABLE suspend_turn (
  store_id SMALLINT NOT NULL,
  turns    BIGINT   NOT NULL,
  PRIMARY KEY (store_id)
);
