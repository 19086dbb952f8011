package id.lajur.kit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.lajur.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesNeverMeetInACircle =
      slices().matching("id.lajur.kit.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule thePlatformAloneAsksWhatItRunsOn =
      noClasses()
          .that()
          .resideOutsideOfPackage("id.lajur.kit.platform..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.awt\\.(Toolkit|Desktop|SystemTray|Taskbar)")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.nio\\.file\\.attribute\\.(Posix|Acl|Dos).*")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.(ProcessBuilder|Runtime)")
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class, String.class)
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule theConnectionAloneKnowsTheWire =
      noClasses()
          .that()
          .resideOutsideOfPackages("id.lajur.kit.connection..", "id.lajur.kit.thread..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.grpc..", "com.google.protobuf..", "id.lajur.*.v1..");

  @ArchTest
  static final ArchRule whatNeedsNoScreenKnowsNone =
      noClasses()
          .that()
          .resideInAnyPackage(
              "id.lajur.kit.connection..", "id.lajur.kit.format..", "id.lajur.kit.i18n..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "java.awt..", "com.formdev..");
}
