package id.lajur.backoffice.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "id.lajur.backoffice",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** The list of places names every screen, and each screen is given the shell's desk. */
  @ArchTest
  static final ArchRule areasNeverMeetInACircle =
      slices()
          .matching("id.lajur.backoffice.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(
              HasName.Predicates.nameContaining("shell.Places"), DescribedPredicate.alwaysTrue());

  /** What a presenter decides is tested without a window. */
  @ArchTest
  static final ArchRule presentersAndTheirStatesKnowNoSwing =
      noClasses()
          .that()
          .haveNameMatching(".*(Presenter|State|Actions)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "java.awt..", "com.formdev..");

  @ArchTest
  static final ArchRule presentersAndViewsKnowNoWire =
      noClasses()
          .that()
          .haveNameMatching(".*(Presenter|State|Actions|View|Pane|Panel|Card)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.grpc..", "com.google.protobuf..", "id.lajur.*.v1..");

  @ArchTest
  static final ArchRule thePlatformAloneAsksWhatItRunsOn =
      noClasses()
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
          .callMethod(System.class, "getenv", String.class);
}
