package io.evenkeel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  @Test
  void aServiceIsFoundByItsNameAndItsAliasesInAnyLetterCase() {
    var catalogue = new Catalogue(List.of(needs("api"), needs("db")));

    assertThat(catalogue.named(" API ")).isEqualTo("api");
    assertThat(catalogue.named("The-DB")).isEqualTo("db");
    assertThat(catalogue.named("cache")).isEqualTo("cache");
    assertThat(catalogue.words()).containsExactly("api", "the-api", "db", "the-db");
  }

  @Test
  void whoNeedsAServiceIsKnown() {
    var catalogue = new Catalogue(List.of(needs("web", "api"), needs("api", "db"), needs("db")));

    assertThat(catalogue.dependents(catalogue.all().getLast()))
        .extracting(Service::name)
        .containsExactly("api");
  }

  @Test
  void aCircleOfDependenciesIsToldOnce() {
    assertThat(
            new Catalogue(
                    List.of(
                        needs("web", "api", "cache"),
                        needs("api", "db"),
                        needs("db", "api"),
                        needs("cache")))
                .circles())
        .containsExactly(List.of("api", "db", "api"));
    assertThat(new Catalogue(List.of(needs("a", "b", "c"), needs("b", "c"), needs("c"))).circles())
        .isEmpty();
  }

  @Test
  void whatAServiceLacksIsListedTheWorstTierFirst() {
    Service lacking = full("later", 3, null, null, LocalDate.parse("2026-09-30"), "gone");
    Service bare = full("bare", 1, null, null, null);
    Service ready = full("ready", 0, "sre", "sre", LocalDate.parse("2026-10-01"), "there");

    Readiness found =
        Readiness.of(
            new Catalogue(List.of(lacking, bare, ready)),
            new Readiness.Known(
                service -> !service.runbooks().isEmpty(),
                name -> name.equals("gone"),
                service -> service.name().equals("ready")),
            TODAY);

    assertThat(found.looked()).isEqualTo(3);
    assertThat(found.findings())
        .containsExactly(
            new Readiness.Finding(
                bare, List.of(Lack.OWNER, Lack.POLICY, Lack.RUNBOOK, Lack.SLO, Lack.UNTESTED)),
            new Readiness.Finding(
                lacking,
                List.of(Lack.OWNER, Lack.POLICY, Lack.LOST_RUNBOOK, Lack.SLO, Lack.UNTESTED)));
  }

  @Test
  void aQuarterBeginsInJanuaryAprilJulyAndOctober() {
    assertThat(Readiness.quarter(LocalDate.parse("2026-01-01"))).isEqualTo("2026-01-01");
    assertThat(Readiness.quarter(LocalDate.parse("2026-06-30"))).isEqualTo("2026-04-01");
    assertThat(Readiness.quarter(LocalDate.parse("2026-12-31"))).isEqualTo("2026-10-01");
  }

  private static Service needs(String name, String... others) {
    return new Service(
        name,
        1,
        null,
        null,
        null,
        Arrays.asList(others),
        List.of(),
        List.of(),
        null,
        null,
        null,
        Set.of("the-" + name));
  }

  private static Service full(
      String name,
      int tier,
      @Nullable String owner,
      @Nullable String policy,
      @Nullable LocalDate tested,
      String... runbooks) {
    return new Service(
        name,
        tier,
        owner,
        null,
        policy,
        List.of(),
        List.of(runbooks),
        List.of(),
        null,
        null,
        tested,
        Set.of());
  }
}
