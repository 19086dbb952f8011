-- A GS1 element string is longer than a barcode; the scan is kept whole.
ALTER TABLE basket_entry MODIFY barcode VARCHAR(120) NULL;
ALTER TABLE sale_line MODIFY barcode VARCHAR(120) NOT NULL;
