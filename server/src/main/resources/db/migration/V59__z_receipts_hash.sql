-- A Z's proof goes over every receipt, not over their count and sum alone.

ALTER TABLE z_report
  ADD COLUMN receipts_hash      BINARY(32) NULL,  -- by the server; NULL = before it was reckoned
  ADD COLUMN lane_receipts_hash BINARY(32) NULL,  -- by the lane's journal; NULL = it told none
  ADD COLUMN lane_unread        BOOLEAN NOT NULL DEFAULT FALSE; -- no journal of a lane was read
