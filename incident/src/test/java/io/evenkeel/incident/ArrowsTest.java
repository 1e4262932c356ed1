package io.evenkeel.incident;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** The rules name nothing but Java and JSpecify, read no clock and do no I/O. */
@AnalyzeClasses(packages = "io.evenkeel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

  @ArchTest
  static final ArchRule dependsOnJavaAndJSpecifyOnly =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                  "io.evenkeel.incident..",
                  "io.evenkeel.grammar..",
                  "io.evenkeel.policy..",
                  "io.evenkeel.oncall..",
                  "io.evenkeel.postmortem..",
                  "io.evenkeel.blameless..",
                  "io.evenkeel.people..",
                  "io.evenkeel.paging..",
                  "io.evenkeel.reminder..",
                  "io.evenkeel.response..",
                  "io.evenkeel.slo..",
                  "io.evenkeel.service..",
                  "io.evenkeel.alert..",
                  "io.evenkeel.maintenance..",
                  "io.evenkeel.drill..",
                  "io.evenkeel.hash..",
                  "io.evenkeel.runbook..",
                  "java..",
                  "org.jspecify.annotations.."));

  @ArchTest
  static final ArchRule doesNoInputOrOutput =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.io..", "java.net..", "java.nio.file..", "java.sql..", "java.net.http..")
                  // To read an address is not to go there.
                  .and(not(belongToAnyOf(URI.class, URISyntaxException.class))));

  @ArchTest
  static final ArchRule readsNoClock = noClasses().should().accessTargetWhere(new ReadsTheClock());

  @ArchTest
  static final ArchRule namesNoClock =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.InstantSource")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date");

  @ArchTest
  static final ArchRule theRulesDoNotKnowTheWords =
      noClasses()
          .that()
          .resideInAPackage("io.evenkeel.incident..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.evenkeel.grammar..", "io.evenkeel.policy..", "io.evenkeel.postmortem.."));

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("io.evenkeel.(*)..").should().beFreeOfCycles();

  /** {@code Instant.now()}, {@code LocalDate.now()} and the rest, and the system's milliseconds. */
  private static final class ReadsTheClock extends DescribedPredicate<JavaAccess<?>> {
    private static final Set<String> OF_SYSTEM = Set.of("currentTimeMillis", "nanoTime");

    ReadsTheClock() {
      super("the clock is read");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
      String owner = access.getTargetOwner().getName();
      String name = access.getName();
      return (owner.startsWith("java.time.") && name.equals("now"))
          || (owner.equals("java.lang.System") && OF_SYSTEM.contains(name));
    }
  }
}
