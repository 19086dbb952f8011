package id.lajur.backoffice.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Bundles;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PeopleBundlesTest {
  private final Texts texts = Texts.of(PeopleView.class, "people", Language.INDONESIAN);

  @Test
  void bothLanguagesSayTheSameThings() {
    Bundles.assertAlike(PeopleView.class, "people");
  }

  @Test
  void everyKeyHasWordsAndEveryWordIsUsed() throws IOException {
    Bundles.assertUsed(
        PeopleView.class, "people", Set.of("language.", "permission.", "group.", "limit."));
    for (RoleInfo.Unit unit : RoleInfo.Unit.values()) {
      for (String key : Set.of("upTo", "unit", "hint", "unreadable")) {
        assertThat(texts.has("limit." + key + "." + unit)).as(key).isTrue();
      }
    }
    for (PermissionGroup group : PermissionGroup.values()) {
      assertThat(texts.has("group." + group)).as(group.name()).isTrue();
    }
  }

  /** The contract names what may be allowed; an operator reads words. */
  @Test
  void everyPermissionOfTheContractHasWordsAndAGroup() throws IOException {
    Set<String> permissions = new TreeSet<>();
    Pattern named = Pattern.compile("(?:permission|seen_with)\\) = \"([a-z_]+\\.[a-z_]+)\"");
    try (var files = Files.walk(Path.of("../proto/src/main/protobuf/lajur"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher found = named.matcher(Files.readString(file));
        while (found.find()) {
          permissions.add(found.group(1));
        }
      }
    }

    assertThat(permissions).contains("sale.scan", "cost.read", "till.z");
    assertThat(permissions)
        .allSatisfy(
            permission -> {
              assertThat(texts.has("permission." + permission)).as(permission).isTrue();
              assertThat(PermissionGroup.of(permission)).isNotEqualTo(PermissionGroup.OTHER);
            });
  }
}
