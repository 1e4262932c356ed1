package io.evenkeel.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every attack of issue 7 on a bot as it would be run, each refused with nothing leaked and no 5xx;
 * prints the table of SECURITY.md.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AttacksTest {
  private static Site site;
  private static Trap trap;
  private static Bodies bodies;
  private static final Map<String, int[]> TABLE = new LinkedHashMap<>();

  @BeforeAll
  static void begin() throws IOException {
    trap = new Trap();
    site = new Site(trap);
    bodies = new Bodies(site);
  }

  @AfterAll
  static void end() throws IOException {
    bodies.close();
    trap.close();
    site.close();
    var table = new StringBuilder("\n| family | tried | refused |\n|---|---|---|\n");
    TABLE.forEach((family, counts) ->
        table.append("| %s | %d | %d |\n".formatted(family, counts[0], counts[1])));
    System.out.println(table);
  }

  @Test
  @Order(1)
  void whoIsAllowedToSeesWhatTheOthersLookFor() {
    var http = new Http(site);
    assertThat(http.with(site.token("private"), "/incidents/INC-2/postmortem").body())
        .contains(Site.CANARY);
    assertThat(http.command(Site.OPERATOR, "bob", "status INC-2").body()).contains(Site.CANARY);
    assertThat(http.charlie("/incidents/INC-1/postmortem").body()).contains("API service down");
    assertThat(site.shownTo("U0BOB")).contains(Site.CANARY);
    assertThat(site.shownTo("U0CHARLIE")).contains("API service down");
  }

  @Order(2)
  @TestFactory
  Stream<DynamicTest> eachAttackIsRefused() {
    return Stream.of(
            Signatures.of(site),
            Injections.of(site),
            Elsewhere.of(site, trap),
            Keyholes.forms(site),
            Keyholes.tokens(site),
            Insiders.of(site),
            Alarms.of(site),
            bodies.all())
        .flatMap(List::stream)
        .map(attack ->
            DynamicTest.dynamicTest(
                attack.family() + ": " + attack.tried(),
                () -> {
                  int[] counts = TABLE.computeIfAbsent(attack.family(), _ -> new int[2]);
                  counts[0]++;
                  attack.run();
                  counts[1]++;
                }));
  }
}
