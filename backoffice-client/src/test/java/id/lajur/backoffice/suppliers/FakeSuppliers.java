package id.lajur.backoffice.suppliers;

import id.lajur.kit.connection.ServerRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A shop's suppliers, and what was asked to become of them. */
final class FakeSuppliers implements SupplierActions {
  final List<Supplier> kept =
      new ArrayList<>(
          List.of(
              one("ABC", "PT Aneka Boga Citra", "Jl. Raya Bekasi KM 25, Jakarta Timur", 30, true),
              one(
                  "UNI",
                  "PT Distribusi Unggul Nusantara",
                  "Jl. Daan Mogot 119, Tangerang",
                  21,
                  true),
              one("SAYUR", "Pak Slamet, sayur segar", "", 0, false),
              one("ROTI", "Toko Roti Melati", "Jl. Kebon Jeruk 8, Jakarta Barat", 7, false),
              one("SUSU", "CV Susu Murni Lembang", "Jl. Grand Hotel 34, Lembang", 14, true)));
  final List<String> asked = new ArrayList<>();
  @Nullable ServerRefusal no;
  @Nullable CompletableFuture<Supplier> slow;

  private static Supplier one(String code, String name, String address, int days, boolean tax) {
    return new Supplier(code, name, address, tax ? "01.234.567.8-901.000" : "", days, tax, 1);
  }

  @Override
  public CompletableFuture<List<Supplier>> suppliers() {
    return CompletableFuture.completedFuture(List.copyOf(kept));
  }

  @Override
  public CompletableFuture<Supplier> create(Supplier supplier) {
    return answered("create", supplier);
  }

  @Override
  public CompletableFuture<Supplier> update(Supplier supplier) {
    return answered("update", supplier);
  }

  private CompletableFuture<Supplier> answered(String act, Supplier sent) {
    asked.add(act + " " + sent);
    if (slow != null) {
      return slow;
    }
    if (no != null) {
      return CompletableFuture.failedFuture(no);
    }
    var now =
        new Supplier(
            sent.code(),
            sent.name(),
            sent.address(),
            sent.taxNumber(),
            sent.termsDays(),
            sent.chargesTax(),
            sent.version() + 1);
    kept.removeIf(one -> one.code().equals(sent.code()));
    kept.add(now);
    return CompletableFuture.completedFuture(now);
  }
}
