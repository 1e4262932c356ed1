package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Visibility;
import io.evenkeel.people.Casting;
import io.evenkeel.people.Participant;
import io.evenkeel.people.People;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.sandbox.Browser;
import io.evenkeel.templates.PostmortemJson;
import io.evenkeel.templates.Postmortems;
import io.evenkeel.templates.WebPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A long night, from its timeline to the page that people read. Prints what each export of 10,000
 * entries takes, five times over with: {@code mvn -q -pl sandbox -am test -Dtimes=5
 * -Dtest=LongPostmortemTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
final class LongPostmortemTest {
  private static final int ENTRIES = 10_000;
  private static final int TIMES = Integer.getInteger("times", 1);
  private static final Person ALICE = new Person(new PersonId("U0ALICE"), "alice");
  private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");

  private final Postmortems postmortems = Postmortems.load(null);

  @Test
  @Timeout(240)
  void tenThousandEntriesAreExportedAndReadWell() {
    Draft draft = night(ENTRIES);
    String markdown = timed("Markdown", () -> postmortems.markdown(draft));
    String page = timed("page", () -> WebPage.of(postmortems.markdown(draft)));
    timed("JSON", () -> PostmortemJson.of(draft));
    var everybody = List.of(new Participant("U0ALICE", List.of("alice", "Alice Ng"), null));
    timed(
        "Markdown for readers outside",
        () ->
            People.outside(postmortems.markdown(draft), Casting.of(draft, everybody, Set.of()))
                .text());
    assertThat(markdown).contains("entry " + (ENTRIES - 1));
    try (var browser = Browser.open()) {
      Page window = browser.page();
      window.setContent(page);
      assertThat(heading(window, "Timeline")).isVisible();
      Browser.screenshot(window, "postmortem-page-long-01-top");
      heading(window, "Timeline").scrollIntoViewIfNeeded();
      Browser.screenshot(window, "postmortem-page-long-02-timeline");
      heading(window, "Action Items").evaluate("it => it.scrollIntoView()");
      Browser.screenshot(window, "postmortem-page-long-03-actions");
    }
  }

  @Test
  @Timeout(120)
  void thePageOfALongIncidentHasNoFaultThatAxeFinds() {
    try (var browser = Browser.open()) {
      Page window = browser.page();
      window.setContent(WebPage.of(postmortems.markdown(night(300))));
      assertThat(heading(window, "Timeline")).isVisible();
      assertThat(new AxeBuilder(window).analyze().getViolations())
          .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
          .isEmpty();
    }
  }

  private static com.microsoft.playwright.Locator heading(Page window, String name) {
    return window.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static String timed(String what, Supplier<String> export) {
    var took = new ArrayList<Long>();
    String text = "";
    for (int i = 0; i < TIMES; i++) {
      long began = System.nanoTime();
      text = export.get();
      took.add((System.nanoTime() - began) / 1_000_000);
    }
    System.out.printf(
        "%,d entries as %s: %s ms, %,d KB%n", ENTRIES, what, took, text.length() / 1024);
    return text;
  }

  private static Draft night(int count) {
    var actor = new Actor.Human(ALICE);
    var entries = new ArrayList<TimelineEntry>();
    Incident incident =
        took(
            Incident.declare(
                new IncidentNumber(42),
                new Command.Declare(
                    "Long night",
                    new Severity("SEV-2"),
                    List.of("api"),
                    null,
                    BEGAN.minusSeconds(120),
                    Visibility.PUBLIC,
                    Mode.LIVE,
                    false,
                    null),
                actor,
                BEGAN,
                SeverityScale.STANDARD),
            entries);
    for (int i = 0; i < count; i++) {
      var note =
          new Command.Note(
              "entry " + i + " with *some* text_that_is typed; alice looked at the pool", null);
      incident = took(incident.decide(note, actor, BEGAN.plusSeconds(i)), entries);
    }
    incident =
        took(
            incident.decide(
                new Command.Resolve("Enlarged the pool"), actor, BEGAN.plusSeconds(count)),
            entries);
    var term = new RoleTerm(Role.INCIDENT_COMMANDER, ALICE, false, BEGAN, null, null);
    return Draft.of(
        incident,
        entries,
        List.of(term),
        Board.EMPTY,
        List.of(),
        SeverityScale.STANDARD,
        new Draft.Head(entries.size(), "0".repeat(64)));
  }

  private static Incident took(Decision decision, List<TimelineEntry> into) {
    if (!(decision instanceof Decision.Accepted accepted)) {
      throw new AssertionError(decision);
    }
    into.addAll(accepted.entries());
    return accepted.next();
  }
}
