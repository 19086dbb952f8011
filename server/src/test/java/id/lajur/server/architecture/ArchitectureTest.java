package id.lajur.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.lajur.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule areasNeverMeetInACircle =
      slices().matching("id.lajur.server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyAdaptersKnowTheWire =
      noClasses()
          .that()
          .resideOutsideOfPackages("..wire..", "..admin..")
          .and()
          .haveSimpleNameNotEndingWith("Service")
          .and()
          .haveSimpleNameNotEndingWith("ServerTls")
          .and()
          .haveNameNotMatching(".*Service\\$.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.grpc..");

  @ArchTest
  static final ArchRule statementsStandInDaos =
      noClasses()
          .that()
          .haveNameNotMatching(
              ".*(Dao|Rows|EventLog|PostRight|AuditJournal|StoreDatabase|EmbeddedMariaDb|Statements)(\\$.*)?")
          .and()
          .resideOutsideOfPackage("..audit..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.PreparedStatement")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.ResultSet");

  /** Records that a Dao has read may be translated; it is asked by the domain alone. */
  @ArchTest
  static final ArchRule adaptersAskTheDomain =
      noClasses()
          .that()
          .haveNameMatching(".*Service(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Dao")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.Connection");

  /** A receipt is frozen, and has no other form than the message that its paper is made from. */
  @ArchTest
  static final ArchRule daosKnowNoAdapterAndNoMessage =
      noClasses()
          .that()
          .haveNameMatching(".*(Dao|Rows)(\\$.*)?")
          .and()
          .doNotHaveSimpleName("ReceiptDao")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Service")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Messages")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("id.lajur.*.v1..", "com.google.protobuf..");

  @ArchTest
  static final ArchRule onlyThePostingAppendsToTheLog =
      classes()
          .that()
          .haveSimpleName("EventLog")
          .should()
          .onlyBeAccessed()
          .byClassesThat()
          .haveNameMatching(".*(Posting|CatalogWriter|PriceChange|QuickItem|Changes|EventLog).*");

  @ArchTest
  static final ArchRule theBottomKnowsNoArea =
      noClasses()
          .that()
          .resideInAnyPackage("..database..", "..refusal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..sale..", "..till..", "..people..", "..catalog..", "..stock..", "..wire..");

  @ArchTest
  static final ArchRule theJudgeSharesNoCodeWithThoseItJudges =
      noClasses()
          .that()
          .resideInAPackage("..audit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "id.lajur.server.posting..",
              "id.lajur.server.sale..",
              "id.lajur.server.stock..",
              "id.lajur.server.till..",
              "id.lajur.server.ledger..",
              "id.lajur.server.journal..",
              "id.lajur.rules..",
              "id.lajur.server.database..",
              "id.lajur.server.catalog..");
}
