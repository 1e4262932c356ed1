package io.evenkeel.bot.slack;

import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.view.ResolveModal;
import io.evenkeel.grammar.FormField;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Missing;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.NotRecorded;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The forms that end an incident, or say afterwards how it ended. */
final class Resolving {
  private static final String AGAIN = "/incident milestone mitigated 14:40";

  private final Conversation conversation;

  Resolving(Conversation conversation) {
    this.conversation = conversation;
  }

  Submitted resolve(Spoken spoken, IncidentNumber incident, FormValues values) {
    var faults = new Submitted.Faults();
    String resolution = resolution(faults, values);
    Command.SetMilestone mitigated = mitigated(faults, values, spoken);
    return faults.or(() -> {
      Answer resolved = order(spoken, Verb.RESOLVE, incident, new Command.Resolve(resolution));
      return conversation.told(
          mitigated == null || !resolved.recorded()
              ? resolved
              : both(resolved, mitigated(second(spoken), incident, mitigated)));
    });
  }

  /** Each of the two can be left out; so can both. */
  Submitted afterwards(Spoken spoken, IncidentNumber incident, FormValues values) {
    var faults = new Submitted.Faults();
    String resolution = resolution(faults, values);
    Command.SetMilestone mitigated = mitigated(faults, values, spoken);
    return faults.or(() -> {
      if (mitigated == null) {
        return resolution == null
            ? Answer.unchanged(
                Prose.of("Nothing was recorded: all of it stays open until somebody says."))
            : conversation.told(said(spoken, incident, resolution));
      }
      return conversation.told(
          resolution == null
              ? order(spoken, Verb.MILESTONE, incident, mitigated)
              : both(
                  said(spoken, incident, resolution),
                  mitigated(second(spoken), incident, mitigated)));
    });
  }

  private Answer said(Spoken spoken, IncidentNumber incident, String resolution) {
    return order(spoken, Verb.RESOLUTION, incident, new Command.SetResolution(resolution));
  }

  private static @Nullable String resolution(Submitted.Faults faults, FormValues values) {
    String typed = values.text(ResolveModal.RESOLUTION);
    return typed.isBlank() ? null : faults.value(ResolveModal.RESOLUTION, FormField.text(typed));
  }

  /** A time that was typed counts before what was chosen. */
  private Command.@Nullable SetMilestone mitigated(
      Submitted.Faults faults, FormValues values, Spoken spoken) {
    String typed = values.text(ResolveModal.TYPED);
    if (!typed.isBlank()) {
      Instant at =
          faults.value(ResolveModal.TYPED, FormField.past(typed, conversation.speaker(spoken)));
      return at == null ? null : new Command.SetMilestone(Milestone.MITIGATED, at);
    }
    String choice = values.choice(ResolveModal.MITIGATED);
    return switch (choice) {
      case ResolveModal.NOW -> new Command.SetMilestone(Milestone.MITIGATED, spoken.now());
      case ResolveModal.UNKNOWN -> new Command.SetMilestone(Milestone.MITIGATED, null);
      case ResolveModal.LEAVE, "" -> null;
      default -> {
        try {
          yield new Command.SetMilestone(Milestone.MITIGATED, Instant.parse(choice));
        } catch (DateTimeException _) {
          yield null; // not one of the choices of our form
        }
      }
    };
  }

  /** What was said first stands by now: that must not be told as "nothing was changed". */
  private Answer mitigated(Spoken spoken, IncidentNumber incident, Command.SetMilestone command) {
    try {
      return order(spoken, Verb.MILESTONE, incident, command);
    } catch (NotRecorded _) {
      return Answer.unchanged(
          Prose.of("Since when users were no longer hurt was NOT recorded. Say it again: ")
              .code(AGAIN)
              .text("."));
    }
  }

  private Answer order(
      Spoken spoken, Verb verb, IncidentNumber incident, Command.OnIncident command) {
    return conversation.take(spoken, new Utterance.Order(verb, "", incident, command));
  }

  /** The form says two things; each has a key, so that a repeat repeats neither. */
  private static Spoken second(Spoken spoken) {
    var key = new InboxKey(spoken.key().key() + ":mitigated", spoken.key().body());
    return new Spoken(key, spoken.who(), spoken.name(), spoken.place(), spoken.now());
  }

  /** What the form has answered is not asked again. */
  private static Answer both(Answer first, Answer mitigated) {
    Answer asked = Missing.mitigated(first);
    return new Answer(
        asked.incident(),
        first.recorded() || mitigated.recorded(),
        asked.words().text(" ").then(mitigated.words()),
        asked.offers());
  }
}
