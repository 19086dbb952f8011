package id.lajur.backoffice.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

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

  /**
   * A call of the store is made in what is handed to {@code ask} or {@code command}, which runs it
   * beside the event thread and shows that it is awaited; nowhere else would anybody see either.
   */
  @ArchTest
  static void noCallIsMadeButWhereItMayWait(JavaClasses classes) {
    var atOnce = new ArrayDeque<JavaCodeUnit>();
    classes.stream()
        .flatMap(each -> each.getMethodCallsFromSelf().stream())
        .filter(ArchitectureTest::asksTheStore)
        .filter(call -> !call.isDeclaredInLambda())
        .forEach(call -> atOnce.add(call.getOrigin()));
    assertThat(atOnce).as("calls in methods of their own are among them").isNotEmpty();
    Set<JavaCodeUnit> known = new HashSet<>();
    Set<String> wrong = new TreeSet<>();

    while (!atOnce.isEmpty()) {
      JavaCodeUnit method = atOnce.remove();
      if (known.add(method)) {
        if (!method.getModifiers().contains(JavaModifier.PRIVATE)) {
          wrong.add(method.getFullName());
        }
        method.getCallsOfSelf().stream()
            .filter(call -> !call.isDeclaredInLambda())
            .forEach(call -> atOnce.add(call.getOrigin()));
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static boolean asksTheStore(JavaMethodCall call) {
    return call.getTargetOwner().getName().matches(".*\\.v1\\..*(Blocking|Future|Service)Stub")
        && !call.getName().startsWith("with");
  }
}
