package id.lajur.installer.bench;

import java.util.UUID;

/** An open basket of ten lines that waits to be paid. */
record PreparedBasket(UUID basketId, SaleTemplate template) {}
