package id.lajur.backoffice.members;

import id.lajur.kit.connection.ServerRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A shop's members, and what was asked to become of them. */
final class FakeMembers implements MemberActions {
  final List<Member> kept =
      new ArrayList<>(
          List.of(
              one("880000004471", "Ratna Wulandari", "081234567890", "ANGGOTA", true),
              one("880000005582", "Warung Bu Tini", "081298765432", "GROSIR", true),
              one("880000006693", "Bambang Sutrisno", "085712345678", "ANGGOTA", true),
              one("880000007704", "Ratna Sari Dewi", "", "ANGGOTA", false),
              one("880000008815", "Dewi Kartika", "02155550123", "ECERAN", true)));
  final List<Level> levels =
      new ArrayList<>(
          List.of(
              new Level("ECERAN", "Eceran", true),
              new Level("ANGGOTA", "Anggota", false),
              new Level("GROSIR", "Grosir", false)));
  final List<String> asked = new ArrayList<>();
  @Nullable ServerRefusal no;

  private static Member one(
      String number, String name, String phone, String level, boolean active) {
    return new Member(number, name, phone, level, active, "2026-11-23", 1);
  }

  @Override
  public CompletableFuture<List<Member>> members() {
    return CompletableFuture.completedFuture(List.copyOf(kept));
  }

  @Override
  public CompletableFuture<List<Level>> levels() {
    return CompletableFuture.completedFuture(List.copyOf(levels));
  }

  @Override
  public CompletableFuture<Member> create(Member member) {
    return answered("create", member);
  }

  @Override
  public CompletableFuture<Member> update(Member member) {
    return answered("update", member);
  }

  @Override
  public CompletableFuture<Level> save(Level level) {
    asked.add("save " + level);
    levels.add(level);
    return CompletableFuture.completedFuture(level);
  }

  private CompletableFuture<Member> answered(String act, Member sent) {
    asked.add(act + " " + sent);
    if (no != null) {
      return CompletableFuture.failedFuture(no);
    }
    var now =
        new Member(
            sent.number(),
            sent.name(),
            sent.phone(),
            sent.level(),
            sent.active(),
            "2026-11-29",
            sent.version() + 1);
    kept.removeIf(one -> one.number().equals(sent.number()));
    kept.add(now);
    return CompletableFuture.completedFuture(now);
  }
}
