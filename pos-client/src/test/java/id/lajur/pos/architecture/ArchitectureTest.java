package id.lajur.pos.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.awt.Component;
import java.util.Set;

@AnalyzeClasses(packages = "id.lajur.pos", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesNeverMeetInACircle =
      slices().matching("id.lajur.pos.(*)..").should().beFreeOfCycles();

  /** What a presenter decides is tested without a window. */
  @ArchTest
  static final ArchRule presentersAndTheirStatesKnowNoSwing =
      noClasses()
          .that(presentOrAreShown())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "java.awt..", "com.formdev..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Component.class);

  @ArchTest
  static final ArchRule screensKnowNoWire =
      noClasses()
          .that()
          .resideInAPackage("id.lajur.pos.screen..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.grpc..", "com.google.protobuf..", "id.lajur.*.v1..", "id.lajur.pos.lane..");

  @ArchTest
  static final ArchRule theLaneAndItsPapersKnowNoScreen =
      noClasses()
          .that()
          .resideInAnyPackage(
              "id.lajur.pos.lane..",
              "id.lajur.pos.emergency..",
              "id.lajur.pos.session..",
              "id.lajur.pos.receipt..",
              "id.lajur.pos.printer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.swing..", "java.awt..", "com.formdev..", "id.lajur.pos.window..");

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

  private static DescribedPredicate<JavaClass> presentOrAreShown() {
    Set<String> names = Set.of("LaneState", "LaneActions", "WorkQueue", "CashHelp", "Forms");
    return DescribedPredicate.describe(
        "present or are shown",
        type ->
            type.getPackageName().equals("id.lajur.pos.screen")
                && (type.isTopLevelClass() && type.isRecord()
                    || type.getSimpleName().endsWith("Presenter")
                    || names.contains(type.getSimpleName())));
  }
}
