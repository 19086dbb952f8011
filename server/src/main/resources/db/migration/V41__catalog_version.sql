-- Known facts of an item hold as long as the catalogue stays in the version they were read in.
ALTER TABLE store
  ADD COLUMN catalog_version BIGINT NOT NULL DEFAULT 0;  -- rises with every change of the catalogue
