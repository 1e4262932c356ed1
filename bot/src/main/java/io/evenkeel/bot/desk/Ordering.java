package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the incident a command is for, and applies it: the named one, else the channel's, else the
 * person's only one.
 */
final class Ordering {
  private Ordering() {}

  static Answer handle(
      Transaction tx, Utterance.Order order, Actor actor, @Nullable ChannelId place, Instant now) {
    var incidents = new Incidents(tx);
    PersonId speaker = Recording.person(actor).id();
    Optional<IncidentNumber> meant =
        Optional.ofNullable(order.target())
            .or(() -> Optional.ofNullable(place).flatMap(incidents::inChannel));
    if (meant.isPresent()) {
      IncidentNumber number = meant.get();
      return incidents
          .lock(number)
          .filter(incident -> incidents.maySee(number, speaker))
          .map(incident -> apply(tx, incident, order.command(), actor, now))
          .orElseGet(() -> unknown(number));
    }
    List<Incident> own = incidents.openOf(speaker);
    if (own.size() == 1 && harmless(order.command())) {
      Incident only = incidents.lock(own.getFirst().number()).orElseThrow();
      return apply(tx, only, order.command(), actor, now);
    }
    return ask(order, own);
  }

  private static Answer apply(
      Transaction tx, Incident incident, Command.OnIncident command, Actor actor, Instant now) {
    return Recording.record(tx, incident, incident.decide(command, actor, now), actor, now);
  }

  /**
   * What may be done on an inferred incident without asking: it is said on which, and nothing
   * moves.
   */
  private static boolean harmless(Command.OnIncident command) {
    return switch (command) {
      case Command.Note _, Command.Update _ -> true;
      case Command.Join _,
          Command.Assign _,
          Command.Unassign _,
          Command.ChangeStatus _,
          Command.ChangeSeverity _,
          Command.Decide _,
          Command.SetMilestone _,
          Command.Mitigate _,
          Command.Resolve _,
          Command.Reopen _,
          Command.Cancel _,
          Command.SharePostmortem _,
          Command.Report _ ->
          false;
    };
  }

  private static Answer ask(Utterance.Order order, List<Incident> own) {
    String verb = order.verb().word();
    if (own.isEmpty()) {
      return Answer.unchanged(
          Prose.of(
                  "Nothing was recorded: this is not an incident's channel, and you have no open"
                      + " incident. ")
              .text("Go to its channel, or name it: ")
              .code("/incident " + verb + " --incident-id INC-12 …")
              .text(". ")
              .code("/incident list")
              .text(" shows the open ones."),
          Offer.plain("Open incidents", "list"));
    }
    String say = (verb + " " + order.rest()).strip() + " --incident-id ";
    Prose words =
        own.size() == 1
            ? Prose.of("Nothing was recorded yet. Did you mean ")
                .strong(own.getFirst().label())
                .text("? You are not in its channel.")
            : Prose.of(
                "Nothing was recorded yet: you have " + own.size() + " open incidents. Which one?");
    Offer[] offers =
        own.stream()
            .limit(5)
            .map(incident ->
                new Offer(label(verb, incident), say + incident.number(), Offer.Style.PRIMARY))
            .filter(offer -> offer.command().length() <= 2000)
            .toArray(Offer[]::new);
    return Answer.unchanged(words, offers);
  }

  private static String label(String verb, Incident incident) {
    String label =
        Character.toUpperCase(verb.charAt(0)) + verb.substring(1) + " " + incident.label();
    return label.length() <= 75 ? label : label.substring(0, 74) + "…";
  }

  private static Answer unknown(IncidentNumber number) {
    return Answer.unchanged(
        Prose.of("There is no " + number + " that you can see. Nothing was recorded. ")
            .code("/incident list all")
            .text(" shows every incident."),
        Offer.plain("Open incidents", "list"));
  }
}
