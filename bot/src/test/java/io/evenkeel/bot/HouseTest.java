package io.evenkeel.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.InstantSource;

/** The arrows of docs/architecture.md: who may name whom, and who may read a clock. */
@AnalyzeClasses(packages = "io.evenkeel", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseTest {
  private static final String SLACK_CLIENT = "com.slack.api.methods..";
  private static final String SLACK_MODEL = "com.slack.api.model..";

  @ArchTest
  static final ArchRule nobodyNamesMain =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.evenkeel.bot")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.evenkeel.bot");

  @ArchTest
  static final ArchRule onlyCalendarReadsCalendars =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.evenkeel.bot.calendar..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("net.fortuna.ical4j..");

  @ArchTest
  static final ArchRule onlyTraceNamesOpenTelemetry =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.evenkeel.bot.trace..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule roomsHaveNoCircles =
      SlicesRuleDefinition.slices().matching("io.evenkeel.bot.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule deskNamesOnlyRulesAndPersistence =
      roomNames(
          "desk",
          "io.evenkeel.hash..",
          "io.evenkeel.drill..",
          "io.evenkeel.service..",
          "io.evenkeel.runbook..",
          "io.evenkeel.bot.trace..",
          "io.evenkeel.maintenance..",
          "io.evenkeel.paging..",
          "io.evenkeel.incident..",
          "io.evenkeel.postmortem..",
          "io.evenkeel.grammar..",
          "io.evenkeel.policy..",
          "io.evenkeel.response..",
          "io.evenkeel.service..",
          "io.evenkeel.alert..",
          "io.evenkeel.slo..",
          "io.evenkeel.oncall..",
          "io.evenkeel.reminder..",
          "io.evenkeel.persistence..");

  @ArchTest
  static final ArchRule readNamesOnlyRulesAndPersistence =
      roomNames(
          "read",
          "io.evenkeel.maintenance..",
          "io.evenkeel.drill..",
          "io.evenkeel.service..",
          "io.evenkeel.runbook..",
          "io.evenkeel.paging..",
          "io.evenkeel.incident..",
          "io.evenkeel.grammar..",
          "io.evenkeel.oncall..",
          "io.evenkeel.postmortem..",
          "io.evenkeel.people..",
          "javax.crypto..",
          "io.evenkeel.service..",
          "io.evenkeel.slo..",
          "io.evenkeel.persistence..");

  @ArchTest
  static final ArchRule runbookNamesOnlyWhatRunbooksAre =
      roomNames("runbook", "io.evenkeel.runbook..", "tools.jackson..");

  @ArchTest
  static final ArchRule calendarNamesOnlyTheOnCallRules =
      roomNames(
          "calendar",
          "io.evenkeel.bot.outgoing..",
          "io.evenkeel.oncall..",
          "net.fortuna.ical4j..",
          "javax.net.ssl..");

  @ArchTest
  static final ArchRule measureNamesOnlyPrometheusAndTheRules =
      roomNames("measure", "io.evenkeel.bot.prometheus..", "io.evenkeel.slo..");

  @ArchTest
  static final ArchRule prometheusNamesNobody =
      roomNames("prometheus", "javax.net.ssl..", "tools.jackson..");

  @ArchTest
  static final ArchRule specNamesOnlyObjectivesAndServices =
      roomNames("spec", "io.evenkeel.slo..", "io.evenkeel.service..", "tools.jackson..");

  @ArchTest static final ArchRule outgoingNamesNobody = roomNames("outgoing", "javax.net..");

  @ArchTest
  static final ArchRule accessNamesOnlyPersistenceAndTheLibraryForIdentities =
      roomNames(
          "access",
          "io.evenkeel.hash..",
          "io.evenkeel.bot.read..",
          "io.evenkeel.incident..",
          "io.evenkeel.persistence..",
          "com.nimbusds..");

  @ArchTest
  static final ArchRule hooksReadAlertsAndKnowNobody =
      roomNames(
          "hooks",
          "io.evenkeel.alert..",
          "io.evenkeel.hash..",
          "tools.jackson..",
          "javax.crypto..");

  @ArchTest
  static final ArchRule onlyAccessBelievesIdentities =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.evenkeel.bot.access..", "io.evenkeel.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.nimbusds..");

  @ArchTest
  static final ArchRule scheduleNamesOnlyTheDeskAndPersistence =
      roomNames(
          "schedule",
          "io.evenkeel.drill..",
          "io.evenkeel.bot.prometheus..",
          "io.evenkeel.incident..",
          "io.evenkeel.service..",
          "io.evenkeel.bot.desk..",
          "io.evenkeel.bot.calendar..",
          "io.evenkeel.bot.measure..",
          "io.evenkeel.oncall..",
          "io.evenkeel.reminder..",
          "io.evenkeel.slo..",
          "io.evenkeel.persistence..",
          "org.quartz..");

  @ArchTest
  static final ArchRule socketKnowsNoCommandAndNoRoom =
      roomNames("socket", "org.java_websocket..", "tools.jackson..");

  @ArchTest
  static final ArchRule onlyScheduleNamesQuartz =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.evenkeel.bot.schedule..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quartz..");

  @ArchTest
  static final ArchRule viewNamesOnlyRulesAndSlacksModel =
      roomNames(
          "view",
          "io.evenkeel.drill..",
          "io.evenkeel.runbook..",
          "io.evenkeel.slo..",
          "io.evenkeel.paging..",
          "io.evenkeel.incident..",
          "io.evenkeel.postmortem..",
          "io.evenkeel.grammar..",
          SLACK_MODEL,
          "com.slack.api.util.json..",
          "com.google.gson..");

  @ArchTest
  static final ArchRule deliveryDoesNotNameTheDesk =
      noClasses()
          .that()
          .resideInAPackage("io.evenkeel.bot.delivery..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.evenkeel.bot.desk..",
              "io.evenkeel.bot.slack..",
              "io.evenkeel.bot.http..",
              "io.evenkeel.bot.read..");

  @ArchTest
  static final ArchRule httpNamesNeitherSlackNorDelivery =
      noClasses()
          .that()
          .resideInAPackage("io.evenkeel.bot.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.slack.api..",
              "io.evenkeel.bot.slack..",
              "io.evenkeel.bot.delivery..",
              "io.evenkeel.bot.view..",
              "org.jooq..");

  @ArchTest
  static final ArchRule slackListenersDoNotNameDeliveryOrHttp =
      noClasses()
          .that()
          .resideInAPackage("io.evenkeel.bot.slack..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.evenkeel.bot.delivery..",
              "io.evenkeel.bot.http..",
              "io.javalin..",
              "io.evenkeel.bot.config..");

  @ArchTest
  static final ArchRule onlyDeliveryAndTheModalsCallSlack =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.evenkeel.bot.delivery..", "io.evenkeel.bot", "io.evenkeel.sandbox..")
          .and()
          .doNotHaveSimpleName("Modals")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SLACK_CLIENT);

  @ArchTest
  static final ArchRule onlyDeskReadAndDeliveryOpenTheDatabase =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.evenkeel.bot.slack..",
              "io.evenkeel.bot.http..",
              "io.evenkeel.bot.cli..",
              "io.evenkeel.bot.config..",
              "io.evenkeel.bot.view..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "persistence, but for the exceptions that say how a transaction ended",
                  type ->
                      type.getPackageName().startsWith("io.evenkeel.persistence")
                          && !type.isAssignableTo(RuntimeException.class)));

  @ArchTest
  static final ArchRule sqlLivesInPersistence =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.evenkeel.persistence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jooq..");

  @ArchTest
  static final ArchRule noJooqTypeLeavesPersistence =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(publicPersistence())
          .should()
          .notHaveRawReturnType(
              DescribedPredicate.describe(
                  "org.jooq types",
                  (JavaClass type) -> type.getPackageName().startsWith("org.jooq")));

  @ArchTest
  static final ArchRule templatesNameOnlyTheRules =
      noClasses()
          .that()
          .resideInAPackage("io.evenkeel.templates..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.evenkeel.persistence..", "io.evenkeel.bot..", "com.slack..", "org.jooq..");

  @ArchTest
  static final ArchRule onlyMainReadsTheSystemClock =
      noClasses().that().doNotHaveSimpleName("Main").should().callMethodWhere(readsAClock());

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.evenkeel.persistence.generated..")
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager");

  private static ArchRule roomNames(String room, String... allowed) {
    var packages = new String[allowed.length + 5];
    System.arraycopy(allowed, 0, packages, 0, allowed.length);
    packages[allowed.length] = "java..";
    packages[allowed.length + 1] = "org.jspecify..";
    packages[allowed.length + 2] = "org.slf4j..";
    packages[allowed.length + 3] = "io.evenkeel.bot." + room + "..";
    packages[allowed.length + 4] = "com.google.errorprone.annotations..";
    return classes()
        .that()
        .resideInAPackage("io.evenkeel.bot." + room + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  private static DescribedPredicate<JavaClass> publicPersistence() {
    return DescribedPredicate.describe(
        "public classes of persistence",
        type ->
            type.getPackageName().startsWith("io.evenkeel.persistence")
                && !type.getPackageName().startsWith("io.evenkeel.persistence.generated")
                && type.getModifiers()
                    .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC));
  }

  private static DescribedPredicate<JavaCall<?>> readsAClock() {
    return DescribedPredicate.describe(
        "reads the system clock",
        call -> {
          String owner = call.getTargetOwner().getName();
          String name = call.getName();
          return (name.equals("now")
                  && owner.startsWith("java.time.")
                  && call.getTarget().getRawParameterTypes().isEmpty())
              || (owner.equals(System.class.getName()) && name.equals("currentTimeMillis"))
              || (owner.equals(Clock.class.getName()) && name.startsWith("system"))
              || (owner.equals(InstantSource.class.getName()) && name.equals("system"))
              // Quartz tells times as Date: reading one is fine, making one reads the clock.
              || (owner.equals("java.util.Date") && name.equals("<init>"))
              || owner.equals("java.util.GregorianCalendar");
        });
  }
}
