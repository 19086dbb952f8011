package id.lajur.installer.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who compares must not share a line with who sold. */
@AnalyzeClasses(
    packages = "id.lajur.installer.replay",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theComparisonStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("id.lajur.installer.replay.compare")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "id.lajur.installer.replay", "id.lajur.server..", "id.lajur.pos..", "id.lajur.kit..");
}
