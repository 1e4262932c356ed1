package io.evenkeel.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
  sealed interface OnIncident extends Command
      permits Alone,
          OnBoard,
          OnEntry,
          Paging,
          Follow,
          Merge,
          UndoMerge,
          Snooze,
          PostmortemCommand {}

  /** A command that the incident decides by itself. */
  sealed interface Alone extends OnIncident {}

  /** A command that is decided with what stands beside the incident: its {@link Board}. */
  sealed interface OnBoard extends OnIncident
      permits BeginClaim,
          EndClaim,
          KeepLink,
          OpenCall,
          ActionCommand,
          RoleCommand,
          StatementCommand,
          TaskCommand {}

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

  record Join() implements Alone {}

  /**
   * @param next when the next update is promised, from now; null when nothing is promised
   * @param internal stays in the incident's channel
   */
  record Update(String text, @Nullable Status status, @Nullable Duration next, boolean internal)
      implements Alone {}

  record ChangeStatus(Status status, @Nullable String text) implements Alone {}

  record ChangeSeverity(Severity severity, @Nullable String reason) implements Alone {}

  /**
   * @param at when it happened; null for now
   * @param evidence the address of what shows it, http or https; null when none was given
   */
  record Note(String text, @Nullable Instant at, @Nullable String evidence) implements Alone {
    /** Without evidence. */
    public Note(String text, @Nullable Instant at) {
      this(text, at, null);
    }
  }

  record Decide(String text) implements Alone {}

  /** The time is null when nobody knows. */
  record SetMilestone(Milestone milestone, @Nullable Instant at) implements Alone {}

  /** The share of what was asked that failed, 0 to 1; since null for since it was detected. */
  record SayImpact(BigDecimal share, @Nullable Instant since) implements Alone {}

  /** What was measured. Said by Evenkeel itself. */
  record RecordMeasured(String text) implements Alone {}

  record Mitigate(@Nullable String text) implements Alone {}

  record Resolve(@Nullable String resolution) implements Alone {}

  /** What ended it, said or put right after it was resolved. */
  record SetResolution(String text) implements Alone {}

  /** The books are closed: nothing is expected any more. */
  record Close(@Nullable String text) implements Alone {}

  /** It is the same as another one and goes on there. Decided by {@link Merging}. */
  record Merge(IncidentNumber into) implements OnIncident {}

  /** It is on its own again after all. Decided by {@link Merging}. */
  record UndoMerge() implements OnIncident {}

  /** Its channel is no longer needed. Said by Evenkeel itself. */
  record ArchiveChannel() implements Alone {}

  record Reopen(String reason) implements Alone {}

  record Cancel(String reason, CancelledAs as) implements Alone {}

  /** Put the postmortem draft into the channel as a file. */
  record SharePostmortem() implements Alone {}

  /**
   * Somebody else declared the same thing: recorded here instead of beginning a second incident.
   *
   * @param separately the command that begins a second one after all
   */
  record Report(String title, String separately) implements Alone {
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

  /** Somebody is reminded of something. Said by Evenkeel itself. */
  record Remind(Reminder reminder) implements Alone {}

  /** Nobody is reminded of that, or of anything when null, until then; null to end that. */
  record Snooze(@Nullable ReminderKind kind, @Nullable Instant until) implements OnIncident {}
}
