package io.evenkeel.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person asks to be changed. Parsed once at the edge; times are UTC; texts are clean. */
public sealed interface Command {

  /**
   * Begins an incident.
   *
   * @param severity null when nobody said: the scale's default is assumed
   * @param separate {@code --new}: also when one like it is open
   * @param announceIn null for the configured announcement channel
   * @param here the channel that becomes the incident's; null for one of its own
   * @param past how it ended, when it is written down afterwards; null for one that begins
   * @param summary what is seen so far, its first note; null when nothing was said
   */
  record Declare(
      String title,
      @Nullable Severity severity,
      List<String> services,
      @Nullable Instant started,
      @Nullable Instant detected,
      Visibility visibility,
      Mode mode,
      boolean separate,
      @Nullable ChannelId announceIn,
      @Nullable ChannelId here,
      @Nullable Past past,
      @Nullable String summary)
      implements Command {
    public Declare {
      services = List.copyOf(services);
    }

    /** One that begins now, in a channel of its own. */
    public Declare(
        String title,
        @Nullable Severity severity,
        List<String> services,
        @Nullable Instant started,
        @Nullable Instant detected,
        Visibility visibility,
        Mode mode,
        boolean separate,
        @Nullable ChannelId announceIn) {
      this(
          title,
          severity,
          services,
          started,
          detected,
          visibility,
          mode,
          separate,
          announceIn,
          null,
          null,
          null);
    }

    Declare with(Visibility visibility, boolean separate, @Nullable ChannelId announceIn) {
      return new Declare(
          title,
          severity,
          services,
          started,
          detected,
          visibility,
          mode,
          separate,
          announceIn,
          here,
          past,
          summary);
    }

    /** This as an incident of its own, as it would be typed. */
    public String separately() {
      return with(visibility, true, announceIn).typed();
    }

    /** This as it would be typed: for a button, with nothing lost. */
    String typed() {
      return Retyped.of(this);
    }
  }

  /** How an incident of the past ended. Times are UTC; null is unknown. */
  record Past(@Nullable Instant mitigated, @Nullable Instant resolved) {}

  /** A command to an incident that exists. */
  sealed interface OnIncident extends Command {}

  /** A command that is decided with what stands beside the incident: its {@link Board}. */
  sealed interface OnBoard extends OnIncident {}

  /** A command about an entry of the timeline: it is decided with what is {@link Told} there. */
  sealed interface OnEntry extends OnIncident {}

  /**
   * Puts an entry right.
   *
   * @param entry its number; also that of a version that was put right since
   * @param text null to leave the words
   * @param at when it happened, UTC at microseconds; null to leave the time
   * @param reason null when none is given
   */
  record Correct(int entry, @Nullable String text, @Nullable Instant at, @Nullable String reason)
      implements OnEntry {}

  /** Takes an entry out. */
  record Withdraw(int entry, String reason) implements OnEntry {}

  /** Other words for the speaker's own last update. */
  record EditUpdate(String text) implements OnEntry {}

  /** About somebody who is wanted: decided with who is on call. */
  record Paging(PageOrder order) implements OnIncident {}

  /** About a step of a runbook: decided with that runbook. */
  record Follow(StepOrder order) implements OnIncident {}

  record Join() implements OnIncident {}

  /** {@code force} is the reason for taking command from a confirmed commander; null otherwise. */
  record Assign(List<Assignment> assignments, @Nullable String force) implements OnBoard {
    public Assign {
      assignments = List.copyOf(assignments);
    }
  }

  record Assignment(Role role, Person person) {}

  record Unassign(Role role) implements OnBoard {}

  /** Who says it takes a role that nobody holds, or command from who is only acting. */
  record Take(Role role) implements OnBoard {}

  /** The acting commander commands from now on, whoever says so. */
  record Confirm() implements OnBoard {}

  /** The role passes to that person once they say yes; who asks for themselves asks its holder. */
  record HandOver(Role role, Person to) implements OnBoard {}

  /** The role is null for the only one that is on offer. */
  record AcceptRole(@Nullable Role role) implements OnBoard {}

  /** The role is null for the only one that is on offer. */
  record DeclineRole(@Nullable Role role) implements OnBoard {}

  /** Nobody answered in time. Said by Evenkeel itself. */
  record LapseHandover(int number) implements OnBoard {}

  /**
   * @param next when the next update is promised, from now; null when nothing is promised
   * @param internal stays in the incident's channel
   */
  record Update(String text, @Nullable Status status, @Nullable Duration next, boolean internal)
      implements OnIncident {}

  record ChangeStatus(Status status, @Nullable String text) implements OnIncident {}

  record ChangeSeverity(Severity severity, @Nullable String reason) implements OnIncident {}

  /**
   * @param at when it happened; null for now
   * @param evidence the address of what shows it, http or https; null when none was given
   */
  record Note(String text, @Nullable Instant at, @Nullable String evidence) implements OnIncident {
    /** Without evidence. */
    public Note(String text, @Nullable Instant at) {
      this(text, at, null);
    }
  }

  record Decide(String text) implements OnIncident {}

  /** The time is null when nobody knows. */
  record SetMilestone(Milestone milestone, @Nullable Instant at) implements OnIncident {}

  /** The share of what was asked that failed, 0 to 1; since null for since it was detected. */
  record SayImpact(BigDecimal share, @Nullable Instant since) implements OnIncident {}

  /** What was measured. Said by Evenkeel itself. */
  record RecordMeasured(String text) implements OnIncident {}

  record Mitigate(@Nullable String text) implements OnIncident {}

  record Resolve(@Nullable String resolution) implements OnIncident {}

  /** What ended it, said or put right after it was resolved. */
  record SetResolution(String text) implements OnIncident {}

  /** The books are closed: nothing is expected any more. */
  record Close(@Nullable String text) implements OnIncident {}

  /** It is the same as another one and goes on there. Decided by {@link Merging}. */
  record Merge(IncidentNumber into) implements OnIncident {}

  /** It is on its own again after all. Decided by {@link Merging}. */
  record UndoMerge() implements OnIncident {}

  /** Its channel is no longer needed. Said by Evenkeel itself. */
  record ArchiveChannel() implements OnIncident {}

  record Reopen(String reason) implements OnIncident {}

  record Cancel(String reason, CancelledAs as) implements OnIncident {}

  /** Put the postmortem draft into the channel as a file. */
  record SharePostmortem() implements OnIncident {}

  /** What concerns the postmortem alone: decided with it, and possible long after the end. */
  sealed interface OnPostmortem extends OnIncident {}

  /** {@code due} is a day, without a time zone; null to leave it as it is. */
  record OwnPostmortem(Person owner, @Nullable LocalDate due) implements OnPostmortem {}

  /** {@code force} says why although the gate does not pass; null otherwise. */
  record MovePostmortem(Postmortem.State to, @Nullable String force) implements OnPostmortem {}

  /** What the machine wrote is renewed from the timeline. */
  record RenewPostmortem() implements OnPostmortem {}

  /**
   * People's text is edited.
   *
   * @param basedOn the revision that was edited; 0 for the draft before there was any
   * @param section the key of the section that {@code text} is the body of; null for all of it
   */
  record EditPostmortem(int basedOn, @Nullable String section, String text)
      implements OnPostmortem {}

  /**
   * The four questions to whoever finishes it, in their order, with both sides of luck; empty ones
   * say nothing.
   *
   * @param luck where luck helped
   * @param unlucky where it hurt
   */
  record AnswerPostmortem(
      String impact, String surprised, String helped, String luck, String unlucky)
      implements OnPostmortem {}

  /**
   * Whether a word of it is somebody's name, for readers outside.
   *
   * @param word as it is written there
   */
  record SayName(String word, boolean name) implements OnPostmortem {}

  /** Its owner is asked for what only people know. Said by Evenkeel itself. */
  record AskForPostmortem(Instant at) implements OnPostmortem {}

  /**
   * Somebody else declared the same thing: recorded here instead of beginning a second incident.
   *
   * @param separately the command that begins a second one after all
   */
  record Report(String title, String separately) implements OnIncident {
    public Report(Declare declared) {
      this(declared.title(), declared.separately());
    }
  }

  /**
   * Says what the speaker is doing right now.
   *
   * @param anyway also when somebody does much the same
   */
  record BeginClaim(String text, boolean anyway) implements OnBoard {}

  /**
   * What somebody was doing is done, or given up.
   *
   * @param text which, or what came of it; null for the speaker's only claim
   * @param all every claim of the speaker's
   */
  record EndClaim(@Nullable String text, boolean all) implements OnBoard {}

  /** {@code due} is when its time is up, UTC at microseconds; null when no time was given. */
  record GiveTask(Person assignee, String text, @Nullable Instant due) implements OnBoard {}

  /** The number is null for the speaker's only open one. */
  record FinishTask(@Nullable Integer number) implements OnBoard {}

  /**
   * More time for a task.
   *
   * @param number null for the speaker's only open one
   * @param until the new time, UTC at microseconds; null for ten minutes from now
   */
  record ExtendTask(@Nullable Integer number, @Nullable Instant until) implements OnBoard {}

  /** Somebody else does it. */
  record ReassignTask(int number, Person to) implements OnBoard {}

  /**
   * It is not needed any more.
   *
   * @param number null for the speaker's only open one
   */
  record DropTask(@Nullable Integer number) implements OnBoard {}

  /**
   * @param owner null while nobody has it
   * @param due null when no day was given
   * @param kind null when nobody said
   */
  record AddAction(
      @Nullable Person owner, String text, @Nullable LocalDate due, @Nullable ActionClass kind)
      implements OnBoard {
    /** Without saying what it is for. */
    public AddAction(@Nullable Person owner, String text, @Nullable LocalDate due) {
      this(owner, text, due, null);
    }
  }

  /**
   * Gives an action item another owner, another day, another class, or several of them.
   *
   * @param owner null to leave it as it is
   * @param due null to leave it as it is
   * @param kind null to leave it as it is
   */
  record ChangeAction(
      int number, @Nullable Person owner, @Nullable LocalDate due, @Nullable ActionClass kind)
      implements OnBoard {
    /** The class stays. */
    public ChangeAction(int number, @Nullable Person owner, @Nullable LocalDate due) {
      this(number, owner, due, null);
    }
  }

  /** The link leads to what was done; null when nobody named one. */
  record CloseAction(int number, @Nullable String link) implements OnBoard {
    /** Without a link. */
    public CloseAction(int number) {
      this(number, null);
    }
  }

  /**
   * @param url http or https, with a host
   * @param title plain text on one line
   */
  record KeepLink(String url, String title) implements OnBoard {}

  /**
   * @param url null for the installation's own
   * @param template where calls are held here, with {@code {incident}} for the number; null where
   *     that is not known
   */
  record OpenCall(@Nullable String url, @Nullable String template) implements OnBoard {}

  /** A command about what is said to readers outside the response. */
  sealed interface OnStatement extends OnBoard {}

  /**
   * @param previewed whoever says it has seen it as it will be read
   */
  record WriteStatement(Audience audience, String text, boolean previewed) implements OnStatement {}

  /**
   * Other words for a statement that waits.
   *
   * @param previewed whoever says it has seen it as it will be read
   */
  record ChangeStatement(int number, String text, boolean previewed) implements OnStatement {}

  /** The number is null for the only one that waits. */
  record ApproveStatement(@Nullable Integer number) implements OnStatement {}

  /** The number is null for the only one that waits. */
  record DeclineStatement(@Nullable Integer number, @Nullable String why) implements OnStatement {}

  /**
   * A task's time is up: the commander is told, once for each time that was set. Said by Evenkeel
   * itself.
   *
   * @param due the time that is meant; another one has been set since when it differs
   */
  record RemindOfTask(int number, Instant due) implements OnBoard {}

  /** Somebody is reminded of something. Said by Evenkeel itself. */
  record Remind(Reminder reminder) implements OnIncident {}

  /** Nobody is reminded of that, or of anything when null, until then; null to end that. */
  record Snooze(@Nullable ReminderKind kind, @Nullable Instant until) implements OnIncident {}
}
