package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.START;
import static io.evenkeel.incident.Scene.declared;
import static io.evenkeel.incident.Scene.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CorrectionRulesTest {
  private static final Instant EARLIER = Instant.parse("2026-11-21T14:02:00Z");

  private static Command.Correct time(int entry, Instant at, @Nullable String reason) {
    return new Command.Correct(entry, null, at, reason);
  }

  private static Command.Correct words(int entry, String text) {
    return new Command.Correct(entry, text, null, null);
  }

  private static Command.Update update(String text) {
    return new Command.Update(text, null, null, false);
  }

  @Test
  void aTimeIsPutRightByAnotherEntryThatKeepsWhoSaidItAndOneThatTellsWhoAndWhy() {
    var scene = declared().minutes(3).with(new Command.Note("alert fired", null));
    int note = scene.timeline().getLast().seq();

    scene.minutes(5).does(BOB, time(note, EARLIER, "the pager says so"));

    var replaced = scene.timeline().get(scene.timeline().size() - 2);
    assertThat(replaced.supersedes()).isEqualTo(note);
    assertThat(replaced.actor().name()).isEqualTo("alice");
    assertThat(replaced.text()).isEqualTo("alert fired");
    assertThat(replaced.occurredAt()).isEqualTo(EARLIER);
    assertThat(replaced.recordedAt()).isEqualTo(scene.now());
    var told = scene.timeline().getLast();
    assertThat(told.kind()).isEqualTo(EntryKind.CORRECTED);
    assertThat(told.actor().name()).isEqualTo("bob");
    assertThat(told.text())
        .isEqualTo(
            "Put entry %d right as entry %d (time 2026-11-21 14:35 → 2026-11-21 14:02 UTC): the pager says so"
                .formatted(note, note + 1));
  }

  @Test
  void whoPutsAnothersTimeRightSaysWhy() {
    var scene = declared().with(new Command.Note("alert fired", null));
    int note = scene.timeline().getLast().seq();

    assertThat(scene.minutes(1).refuses(BOB, time(note, EARLIER, null))).contains("--reason");
    scene.does(ALICE, time(note, EARLIER, null));
  }

  @Test
  void wordsAreChangedByWhoeverSaidThem() {
    var scene = declared().with(new Command.Note("restarted the primry", null)).minutes(1);
    int note = scene.timeline().getLast().seq();

    assertThat(scene.refuses(BOB, words(note, "restarted the primary")))
        .contains("alice", "/incident note", "/incident withdraw " + note);
    scene.does(ALICE, words(note, "restarted the primary"));
    assertThat(scene.timeline().getLast().text()).isEqualTo("restarted the primary");
  }

  @Test
  void anEntryIsFoundByTheNumberOfAnyOfItsVersions() {
    var scene = declared().with(new Command.Note("one", null)).minutes(1);
    int note = scene.timeline().getLast().seq();
    scene.does(ALICE, words(note, "two"));
    scene.does(ALICE, words(note, "three"));
    var last = scene.timeline().getLast();
    assertThat(last.supersedes()).isEqualTo(note + 1);

    scene.does(BOB, new Command.Withdraw(note, "it was another incident"));
    assertThat(scene.timeline().getLast().supersedes()).isEqualTo(last.seq());
    assertThat(scene.timeline().getLast().text())
        .isEqualTo("Withdrew entry " + last.seq() + ", a note by alice: it was another incident");
    assertThat(scene.refuses(ALICE, words(note + 1, "four"))).contains("was withdrawn");
    assertThat(scene.refuses(ALICE, new Command.Withdraw(note, "again"))).contains("was withdrawn");
  }

  @Test
  void onesOwnLastUpdateIsEditedWhereverItIsShown() {
    var scene = declared().with(update("DB is bakc")).minutes(2);
    int posted = scene.timeline().getLast().seq();

    var decision = scene.does(ALICE, new Command.EditUpdate("DB is back"));

    assertThat(decision.entries())
        .extracting(TimelineEntry::kind)
        .containsExactly(EntryKind.UPDATE);
    assertThat(decision.entries().getFirst().occurredAt()).isEqualTo(START);
    assertThat(decision.effects())
        .contains(
            new Effect.EditPost(posted),
            new Effect.EditReply(posted),
            new Effect.EditBriefs(posted),
            new Effect.RefreshCard(),
            new Effect.RefreshAnnouncement());
    var latest = decision.next().update();
    assertThat(latest == null ? null : latest.text()).isEqualTo("DB is back");

    var again = scene.does(ALICE, new Command.EditUpdate("DB is really back"));
    assertThat(again.effects()).contains(new Effect.EditPost(posted));
  }

  @Test
  void onlyTheLastUpdateAndOnlyItsAuthor() {
    var scene = declared().with(update("one"));
    int one = scene.timeline().getLast().seq();
    scene.does(BOB, update("from bob"));

    assertThat(scene.refuses(BOB, words(one, "two"))).contains("alice", "/incident update");
    scene.does(ALICE, new Command.EditUpdate("one, but better"));
    scene.with(update("two"));
    assertThat(scene.refuses(ALICE, words(one, "three"))).contains("another update since");
    assertThat(scene.refuses(BOB, new Command.Withdraw(one, "no"))).contains("not taken back");
    assertThat(declared().refuses(BOB, new Command.EditUpdate("x")))
        .contains("you have posted no update");
  }

  @Test
  void whatEvenkeelRecordedStaysAndIsToldOtherwise() {
    var scene = declared().with(new Command.Mitigate(null)).minutes(1);

    assertThat(scene.refuses(ALICE, time(1, EARLIER, "earlier"))).contains("/incident milestone");
    assertThat(scene.refuses(ALICE, words(2, "bob commands"))).contains("/incident note");
    assertThat(scene.refuses(ALICE, words(99, "nothing"))).contains("has no entry 99", "timeline");
  }

  @Test
  void whatReadsSoAlreadyOrHasNotHappenedChangesNothing() {
    var scene = declared().with(new Command.Note("one", EARLIER));
    int note = scene.timeline().getLast().seq();

    assertThat(scene.refuses(ALICE, words(note, "one"))).contains("reads so already");
    assertThat(scene.refuses(ALICE, time(note, scene.now().plusSeconds(1), null)))
        .contains("has not happened yet");
  }

  @Test
  void aDecisionThatIsWithdrawnLeavesTheCard() {
    var scene = declared().with(new Command.Decide("promote the replica"));
    int entry = scene.timeline().getLast().seq();

    assertThat(kinds(scene.does(BOB, new Command.Withdraw(entry, "we did not"))))
        .containsExactly(Effect.Kind.THREAD_ENTRIES, Effect.Kind.REFRESH_CARD);
  }
}
