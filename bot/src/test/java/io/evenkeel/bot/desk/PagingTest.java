package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.CHARLIE;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Page;
import io.evenkeel.oncall.Hours;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Rotation;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Turn;
import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Escalations;
import io.evenkeel.paging.Reply;
import io.evenkeel.paging.State;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.board.PageCounts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob is primary and charlie secondary of payments; alice declares and pages. */
final class PagingTest {
  private static final IncidentNumber FIRST = new IncidentNumber(1);
  private static final Schedules ROTA =
      new Schedules(
          List.of(
              new Schedule(
                  new ScheduleName("payments"),
                  ZoneOffset.UTC,
                  List.of(layer("primary", "bob"), layer("secondary", "charlie")),
                  List.of())),
          List.of());
  private static final Escalations POLICIES =
      new Escalations(
          List.of(
              new Escalation(
                  "worst",
                  List.of(
                      new Step(
                          List.of(new Whom.OnCall("payments", null)),
                          List.of("pager"),
                          Duration.ofMinutes(4)),
                      Step.of(new Whom.Channel())),
                  0,
                  List.of("SEV-1"))));

  private final Watch watch = new Watch(ROTA, POLICIES);

  @BeforeEach
  void people() {
    watch.knows(ALICE, BOB, CHARLIE);
    watch.says(ALICE, "declare API down --severity SEV-1");
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void whoIsOnCallIsAskedInTheSameTransaction() {
    Answer answer = watch.says(ALICE, "page payments db is down --incident-id INC-1");

    assertThat(answer.recorded()).isTrue();
    assertThat(words(answer)).contains("Page 1", "bob", "primary of payments");
    assertThat(page().waiting()).extracting(Page.Call::person).containsExactly(BOB);
    assertThat(watch.timeline(1))
        .contains("alice pages payments: db is down", "Page 1: bob (primary of payments)");
  }

  @Test
  void severalReplicasSendItOnOnce() throws Exception {
    watch.says(ALICE, "page payments --incident-id INC-1");
    comes(Duration.ofMinutes(3));
    watch.later(Duration.ofMinutes(3));
    Due due = due().getFirst();
    var looks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 8; i++) {
      looks.add(() -> watch.desk.due(due, watch.now()));
    }
    try (var replicas = Executors.newFixedThreadPool(8)) {
      int acted = 0;
      for (Future<Boolean> look : replicas.invokeAll(looks)) {
        acted += look.get() ? 1 : 0;
      }
      assertThat(acted).isEqualTo(1);
    }
    assertThat(page().waiting()).extracting(Page.Call::person).containsExactly(CHARLIE);
    assertThat(page().calls()).hasSize(2);
  }

  @Test
  void acknowledgedStaysSoAndIsCounted() {
    watch.says(ALICE, "page payments --incident-id INC-1");
    watch.later(Duration.ofMinutes(2));
    watch.says(BOB, "page ack 1 --incident-id INC-1");

    assertThat(page().state()).isEqualTo(State.ACKNOWLEDGED);
    watch.later(Duration.ofHours(1));
    assertThat(due()).isEmpty();
    PageCounts counts = watch.query(PageCounts::read);
    assertThat(counts).isEqualTo(new PageCounts(0, 1, 0, 0));
  }

  @Test
  void theEndOfTheIncidentEndsThePageAndKeepsWhoWasAsked() {
    watch.says(ALICE, "escalate --incident-id INC-1");
    assertThat(page().rings()).containsExactly("pager");
    watch.says(ALICE, "resolve INC-1 pool enlarged");

    assertThat(page().state()).isEqualTo(State.ENDED);
    assertThat(page().calls()).extracting(Page.Call::reply).containsExactly(Reply.OVER);
    watch.later(Duration.ofHours(1));
    assertThat(due()).isEmpty();
  }

  @Test
  void somebodyWhoSeesNothingIsNotWaitedForHoweverOftenThatIsTold() {
    watch.says(ALICE, "page payments --incident-id INC-1");
    var absences = new Absences(watch.database, watch.house, watch::now);
    var until = watch.now().plus(Duration.ofHours(7));
    absences.told(FIRST, 1, 1, watch.now().plusSeconds(60), until);
    assertThat(page().waiting()).extracting(Page.Call::person).containsExactly(BOB);

    absences.told(FIRST, 1, 1, watch.now().minusSeconds(60), until);
    absences.told(FIRST, 1, 1, watch.now().minusSeconds(60), until);

    assertThat(page().calls()).hasSize(2);
    assertThat(page().calls().getFirst().reply()).isEqualTo(Reply.AWAY);
    assertThat(page().waiting()).extracting(Page.Call::person).containsExactly(CHARLIE);
  }

  @Test
  void theFifthPageWithinAWeekIsSaid() {
    for (int i = 2; i <= 5; i++) {
      watch.says(ALICE, "declare Another thing number " + i + " --new");
      watch.says(ALICE, "page @bob --incident-id INC-" + i);
    }

    assertThat(words(watch.says(ALICE, "page payments --incident-id INC-1")))
        .contains("This is page 5 within a week for", "bob");
  }

  @Test
  void anUnknownNameIsRefusedWithWhatThereIs() {
    assertThat(words(watch.says(ALICE, "page paymants --incident-id INC-1")))
        .contains("paymants", "worst, payments");
  }

  private void comes(Duration later) {
    watch.later(later);
    assertThat(watch.desk.due(due().getFirst(), watch.now())).isTrue();
  }

  /** Of pages: reminders are due as well. */
  private List<Due> due() {
    return watch.due().stream().filter(one -> one.thing().startsWith("page:")).toList();
  }

  private Page page() {
    return watch.query(tx -> new Boards(tx).pages(FIRST)).getFirst();
  }

  private static Layer layer(String name, String who) {
    return new Layer(
        name,
        new Rotation(
            List.of(Turn.of(who)), Duration.ofDays(7), LocalDateTime.parse("2026-11-16T09:00")),
        Hours.ALWAYS,
        false);
  }
}
