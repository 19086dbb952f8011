package id.lajur.backoffice.quickkeys;

/** An item that was found. */
record Goods(String code, String name) {}
