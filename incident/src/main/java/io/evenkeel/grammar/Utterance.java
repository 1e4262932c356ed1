package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Quote;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Topic;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody said, understood. */
public sealed interface Utterance {

  /** Something to be recorded: what the desk takes. */
  sealed interface Act extends Utterance {}

  /** {@code /incident declare …}: begins an incident. */
  record Declaration(Command.Declare command) implements Act {}

  /**
   * "Declare from message": begins an incident, or reports one, with what was written.
   *
   * @param asked when it was asked for, by Slack's clock
   */
  record Quoted(Command.Declare command, Quote quote, Instant asked) implements Act {}

  /**
   * The same on its own after all, with the message that was recorded as a report elsewhere.
   *
   * @param shownIn the incident whose timeline has it
   */
  record Requoted(Command.Declare command, IncidentNumber shownIn, MessageRef message)
      implements Act {
    /** The flag that says so, for a button. */
    public static String flag(IncidentNumber shownIn, MessageRef message) {
      return " --from " + shownIn + "/" + message.channel() + "/" + message.ts();
    }

    static Optional<Requoted> read(Command.Declare command, String typed) {
      String[] parts = typed.split("/", -1);
      var number = IncidentNumber.parse(parts[0]);
      if (parts.length != 3 || number.isEmpty() || parts[1].isBlank()) {
        return Optional.empty();
      }
      try {
        var message = new MessageRef(new ChannelId(parts[1]), parts[2]);
        return Optional.of(new Requoted(command, number.get(), message));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
  }

  /**
   * A change to an incident.
   *
   * @param verb as typed in its long form, to repeat it in a question
   * @param rest what followed the verb, as typed, to repeat it in a button
   * @param target the incident that was named; null when the place tells
   */
  record Order(Verb verb, String rest, @Nullable IncidentNumber target, Command.OnIncident command)
      implements Act {}

  /**
   * What could not be done in Slack is to be tried again. It changes no incident.
   *
   * @param target the incident that was named; null when the place tells
   */
  record Retry(@Nullable IncidentNumber target) implements Act {}

  /**
   * Somebody wants to be told of something, or no more. It changes no incident.
   *
   * @param on false to stop it
   * @param topic null for the incident of the place, and elsewhere to list what they have
   * @param list nothing is changed wherever it is said
   */
  record Subscription(boolean on, @Nullable Topic topic, boolean list) implements Act {}

  /** Somebody changes who is on call. It changes no incident. */
  record Rota(RotaChange change) implements Act {}

  /** Somebody says when a service is worked on. It changes no incident. */
  record Upkept(Upkeep change) implements Act {}

  /** Somebody says what is to become of alerts. */
  record Alerts(AlertOrder order) implements Act {}

  /**
   * Somebody begins a drill, moves it on, or asks for it.
   *
   * @param target the incident that was named; null when the place tells
   */
  record Drilling(DrillOrder order, @Nullable IncidentNumber target) implements Act {}

  /**
   * The hours in which somebody does not want to be told of what can wait.
   *
   * @param hours null to be told which they have, or to have none
   * @param off to have none
   */
  record QuietHours(@Nullable Hours hours, boolean off) implements Act {}

  /** By the clock of their zone; past midnight when it ends before it begins. */
  record Hours(LocalTime begins, LocalTime ends) {}

  /** Something to be shown and not changed. {@code target} null when the place tells. */
  record Question(Asked asked, @Nullable IncidentNumber target) implements Utterance {}

  /** What can be asked. */
  sealed interface Asked {
    /** {@code /incident} alone: the status card here, elsewhere the person's open incidents. */
    record Card() implements Asked {}

    /**
     * @param verb null for what fits where it is asked
     */
    record Help(@Nullable Verb verb) implements Asked {}

    /** {@code help all}: everything that can be typed. */
    record EveryVerb() implements Asked {}

    /**
     * @param severity null for all
     * @param service in any letter case; null for all
     * @param page counted from 1, the newest first
     */
    record Listing(Scope scope, @Nullable Severity severity, @Nullable String service, int page)
        implements Asked {
      public Listing(Scope scope) {
        this(scope, null, null, 1);
      }

      /** Another page of the same, as it is typed. */
      public String turnedTo(int other) {
        return "list "
            + scope.name().toLowerCase(Locale.ROOT)
            + (severity == null ? "" : " --severity " + Offer.quoted(severity.name()))
            + (service == null ? "" : " --service " + Offer.quoted(service))
            + (other == 1 ? "" : " --page " + other);
      }
    }

    /**
     * @param page counted from 1, the oldest first, so that a page stays the same; null for the
     *     newest
     * @param history also what does not stand any more, and who put it right
     */
    record Timeline(@Nullable Integer page, boolean history) implements Asked {
      /** As it stands. */
      public Timeline(@Nullable Integer page) {
        this(page, false);
      }
    }

    /** {@code task list}, {@code doing}: who does what right now, and the tasks. */
    record Work() implements Asked {}

    /** {@code action list}: what is to be done after the incident. */
    record Actions() implements Asked {}

    /**
     * {@code action mine}: action items across incidents.
     *
     * @param page counted from 1
     */
    record Following(Scope scope, int page) implements Asked {
      /** Another page of the same, as it is typed. */
      public String turnedTo(int other) {
        return "action "
            + scope.name().toLowerCase(Locale.ROOT)
            + (other == 1 ? "" : " --page " + other);
      }
    }

    /** {@code statement list}: what was said to readers outside, and what waits. */
    record Statements() implements Asked {}

    /** The postmortem as it stands: what is to be shown of it, or opened as a form. */
    record Paper(What what) implements Asked {
      public enum What {
        /** What renewing it would change. */
        PREVIEW,
        /** What it still lacks. */
        CHECK,
        /** A form with one of its sections. */
        EDIT,
        /** A form with the four questions to whoever finishes it. */
        QUESTIONS,
        /** Words of it that may be names. */
        NAMES
      }
    }

    /**
     * Who is on call.
     *
     * @param schedule as it was typed; null for all of them
     * @param at UTC at microseconds; null for now
     */
    record OnCall(@Nullable String schedule, @Nullable Instant at) implements Asked {}

    /**
     * {@code oncall overrides}: who stands in, and swaps that wait for an answer.
     *
     * @param schedule as it was typed; null for all of them
     */
    record StandIns(@Nullable String schedule) implements Asked {}

    /** {@code maintenance list}: when services are worked on. */
    record Maintenances() implements Asked {}

    /**
     * {@code alert list}: the alerts of an incident; elsewhere those that people are asked about.
     */
    record Alerts() implements Asked {}

    /** {@code page list}: who is paged, and how it stands. */
    record Pages() implements Asked {}

    /**
     * {@code load}: how often people were paged.
     *
     * @param who null for everybody
     */
    record Load(@Nullable Person who) implements Asked {}

    /**
     * {@code slo}: how error budgets stand.
     *
     * @param service as it was typed; null for all of them
     */
    record Budget(@Nullable String service) implements Asked {}

    /**
     * What is written down of services.
     *
     * @param name as it was typed; "" where none is meant
     */
    record Services(Aspect aspect, String name) implements Asked {
      public enum Aspect {
        ONE,
        LIST,
        READINESS
      }
    }

    /**
     * A runbook step by step.
     *
     * @param name as it was typed; null for the one of the incident
     * @param page counted from 1; null for the one with the next step
     */
    record Guide(@Nullable String name, @Nullable Integer page) implements Asked {}

    /** {@code runbook list}: those of the incident, and all others. */
    record Guides() implements Asked {}

    /** {@code war-room create}: the link to the incident's channel. */
    record WarRoom() implements Asked {}
  }

  /** Which incidents to list. */
  enum Scope {
    OPEN,
    MINE,
    ALL
  }

  /**
   * The verb came with nothing to act on: its modal opens.
   *
   * @param otherwise read where no modal can open
   * @param draft what a {@code declare} without a title said already, to be filled in; its title is
   *     empty. Null for other verbs
   * @param about what a {@code statement} form is about, as it is typed: {@code customer}, or the
   *     number of the one to be changed. Empty for other verbs
   */
  record Form(
      Verb verb,
      @Nullable IncidentNumber target,
      Answer otherwise,
      Command.@Nullable Declare draft,
      String about)
      implements Utterance {
    public Form(Verb verb, @Nullable IncidentNumber target, Answer otherwise) {
      this(verb, target, otherwise, null, "");
    }
  }

  /**
   * An entry was named with nothing to change: the form that puts it right opens.
   *
   * @param entry its number; 0 for the speaker's last update
   * @param otherwise read where no form can open
   */
  record Amend(@Nullable IncidentNumber target, int entry, Answer otherwise) implements Utterance {}

  /** Not understood, or not there yet: what was understood, and what to type instead. */
  record Misunderstood(Answer answer) implements Utterance {}
}
