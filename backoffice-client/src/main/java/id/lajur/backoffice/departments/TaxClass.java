package id.lajur.backoffice.departments;

/** How something is taxed. */
record TaxClass(String code, String name) {}
