package io.evenkeel.bot.slack;

import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.view.DeclareExtras;
import io.evenkeel.bot.view.DeclareModal;
import io.evenkeel.bot.view.ResolveModal;
import io.evenkeel.bot.view.UpdateModal;
import io.evenkeel.grammar.FormField;
import io.evenkeel.grammar.Speaker;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.NotRecorded;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes commands of forms that were sent, by the rules of the one-line forms. */
final class Submissions {
  private final Conversation conversation;

  Submissions(Conversation conversation) {
    this.conversation = conversation;
  }

  Submitted declare(Spoken spoken, String metadata, FormValues values) {
    Speaker speaker = conversation.speaker(spoken);
    var faults = new Submitted.Faults();
    String title =
        faults.value(DeclareModal.TITLE, FormField.title(values.text(DeclareModal.TITLE)));
    List<String> services =
        faults.value(DeclareModal.SERVICE, FormField.services(values.text(DeclareModal.SERVICE)));
    String noticed = values.text(DeclareModal.DETECTED);
    Instant detected =
        noticed.isBlank()
            ? null
            : faults.value(DeclareModal.DETECTED, FormField.past(noticed, speaker));
    Severity severity =
        speaker.severities().find(values.choice(DeclareModal.SEVERITY)).orElse(null);
    List<String> options = values.ticked(DeclareModal.OPTIONS);
    DeclareExtras extras = DeclareExtras.parse(metadata);
    return faults.or(() ->
        declared(
            spoken,
            new Utterance.Declaration(
                new Command.Declare(
                    title == null ? "" : title,
                    severity,
                    services == null ? List.of() : services,
                    extras.started(),
                    detected,
                    options.contains(DeclareModal.PRIVATE) ? Visibility.PRIVATE : Visibility.PUBLIC,
                    options.contains(DeclareModal.DRILL) ? Mode.DRILL : Mode.LIVE,
                    extras.separate(),
                    extras.announceIn()))));
  }

  Submitted update(Spoken spoken, IncidentNumber incident, FormValues values) {
    var faults = new Submitted.Faults();
    String text = faults.value(UpdateModal.TEXT, FormField.text(values.text(UpdateModal.TEXT)));
    Status status = Status.find(values.choice(UpdateModal.STATUS)).orElse(null);
    String promised = values.choice(UpdateModal.NEXT);
    Duration next =
        promised.isEmpty() || promised.equals(UpdateModal.NO_PROMISE)
            ? null
            : faults.value(
                UpdateModal.NEXT, FormField.ahead(promised, conversation.speaker(spoken)));
    return faults.or(() ->
        conversation.told(
            order(
                spoken,
                Verb.UPDATE,
                incident,
                new Command.Update(text == null ? "" : text, status, next, false))));
  }

  Submitted resolve(Spoken spoken, IncidentNumber incident, FormValues values) {
    var faults = new Submitted.Faults();
    String typed = values.text(ResolveModal.RESOLUTION);
    String resolution =
        typed.isBlank() ? null : faults.value(ResolveModal.RESOLUTION, FormField.text(typed));
    return faults.or(() -> {
      Answer resolved = order(spoken, Verb.RESOLVE, incident, new Command.Resolve(resolution));
      Command.SetMilestone mitigated = mitigated(values.choice(ResolveModal.MITIGATED), spoken);
      return conversation.told(
          mitigated == null || !resolved.recorded()
              ? resolved
              : both(resolved, mitigated(second(spoken), incident, mitigated)));
    });
  }

  /** The resolution stands by now: that must not be told as "nothing was changed". */
  private Answer mitigated(Spoken spoken, IncidentNumber incident, Command.SetMilestone command) {
    try {
      return order(spoken, Verb.MILESTONE, incident, command);
    } catch (NotRecorded _) {
      return Answer.unchanged(
          Prose.of("Since when users were no longer hurt was NOT recorded. Say it again: ")
              .code("/incident milestone mitigated 14:40")
              .text("."));
    }
  }

  private Answer declared(Spoken spoken, Utterance.Declaration declaration) {
    return conversation.told(conversation.take(spoken, declaration));
  }

  private Answer order(
      Spoken spoken, Verb verb, IncidentNumber incident, Command.OnIncident command) {
    return conversation.take(spoken, new Utterance.Order(verb, "", incident, command));
  }

  private static Command.@Nullable SetMilestone mitigated(String choice, Spoken spoken) {
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

  /** The form says two things; each has a key, so that a repeat repeats neither. */
  private static Spoken second(Spoken spoken) {
    var key = new InboxKey(spoken.key().key() + ":mitigated", spoken.key().body());
    return new Spoken(key, spoken.who(), spoken.name(), spoken.place(), spoken.now());
  }

  /** The question since when users were no longer hurt is answered: it is not asked again. */
  private static Answer both(Answer resolved, Answer mitigated) {
    List<Offer> offers =
        resolved.offers().stream()
            .filter(offer -> !offer.command().startsWith("milestone mitigated"))
            .toList();
    return new Answer(
        resolved.incident(), true, resolved.words().text(" ").then(mitigated.words()), offers);
  }
}
