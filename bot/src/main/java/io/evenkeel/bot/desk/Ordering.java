package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Merges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the incident a command is for, and applies it: the named one, else the channel's, else the
 * person's only one.
 */
final class Ordering {
  /** More would hide the words above them on a phone. */
  private static final int MOST_BUTTONS = 5;

  /** Slack's limits for a button's text and value (docs.slack.dev, "Button element"). */
  private static final int LONGEST_LABEL = 75;

  private static final int LONGEST_COMMAND = 2000;

  private Ordering() {}

  static Answer handle(
      Transaction tx,
      House house,
      Utterance.Order order,
      Actor actor,
      @Nullable ChannelId place,
      Instant now) {
    var incidents = new Incidents(tx);
    PersonId speaker = Recording.person(actor).id();
    if (order.command() instanceof Command.Merge || order.command() instanceof Command.UndoMerge) {
      new Merges(tx).serialise();
    }
    if (order.target() == null && place != null) {
      // Nearly every command is said in the room of its incident: one look finds and locks it.
      Optional<Incident> here = incidents.lockIn(place, speaker);
      if (here.isPresent()) {
        return apply(tx, house, incidents, here.get(), order, true, actor, now);
      }
    }
    IncidentNumber number = order.target();
    if (number != null) {
      // Whoever may not see it neither waits for it nor holds others up.
      return Optional.of(number)
          .filter(seen -> incidents.maySee(seen, speaker))
          .flatMap(incidents::lock)
          .map(incident -> {
            boolean here = place != null && incidents.inChannel(place).equals(Optional.of(number));
            return apply(tx, house, incidents, incident, order, here, actor, now);
          })
          .orElseGet(() -> unknown(number));
    }
    List<Incident> own = incidents.openOf(speaker);
    if (own.size() == 1 && harmless(order.command())) {
      Incident only = incidents.lock(own.getFirst().number()).orElseThrow();
      return apply(tx, house, incidents, only, order, false, actor, now);
    }
    return ask(order, own);
  }

  private static Answer apply(
      Transaction tx,
      House house,
      Incidents incidents,
      Incident incident,
      Utterance.Order order,
      boolean here,
      Actor actor,
      Instant now) {
    var person = Recording.person(actor);
    var refused =
        Permission.refused(tx, house.policy(), order.verb(), incident, person, here, now)
            .or(() -> Rooms.refused(tx, incident, order.command()));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (order.command() instanceof Command.Merge(var into)) {
      return new Uniting(tx, house, incidents, actor, now).merge(incident, into);
    }
    if (order.command() instanceof Command.UndoMerge) {
      return new Uniting(tx, house, incidents, actor, now).undo(incident);
    }
    if (order.command() instanceof PostmortemCommand onPostmortem) {
      return new Drafting(tx, house, incidents, actor, now).take(incident, onPostmortem);
    }
    if (order.command() instanceof Command.Snooze snooze) {
      return Reminding.snooze(tx, incident, snooze, person, now);
    }
    Decision decision = Deciding.decide(tx, house, incident, order.command(), actor, now);
    Answer recorded = Recording.record(tx, incidents, incident, decision, actor, now);
    Answer paged = Paging.follow(tx, house, incidents, decision, recorded, now);
    Answer answer = Responding.follow(tx, house, incidents, incident, decision, paged, now);
    if (!(decision instanceof Decision.Accepted accepted)) {
      return answer;
    }
    if (order.command() instanceof Command.SharePostmortem) {
      return new Drafting(tx, house, incidents, actor, now).shared(incident, answer);
    }
    Incident next = accepted.next();
    Answer followed = FollowUp.of(tx, house.severities(), incident, next, answer, now);
    return Ending.of(tx, house.finishing(), incident, next, followed, actor, now);
  }

  /**
   * What may be done on an inferred incident without asking: it is said on which, and nothing
   * moves.
   */
  private static boolean harmless(Command.OnIncident command) {
    return switch (command) {
      case Command.Note _, Command.Update _, Command.EditUpdate _ -> true;
      case Command.Join _,
          Command.SayImpact _,
          Command.RecordMeasured _,
          Command.ChangeStatus _,
          Command.ChangeSeverity _,
          Command.Decide _,
          Command.SetMilestone _,
          Command.Mitigate _,
          Command.Resolve _,
          Command.Merge _,
          Command.UndoMerge _,
          Command.ArchiveChannel _,
          Command.SetResolution _,
          Command.Close _,
          Command.Reopen _,
          Command.Cancel _,
          Command.SharePostmortem _,
          PostmortemCommand _,
          Command.Paging _,
          Command.Follow _,
          Command.Report _,
          Command.Remind _,
          Command.Snooze _,
          Command.Correct _,
          Command.Withdraw _,
          Command.OnBoard _ ->
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
    List<Offer> offers =
        own.stream()
            .limit(MOST_BUTTONS)
            .map(incident -> offer(order, incident, own.size() == 1))
            .filter(offer -> offer.command().length() <= LONGEST_COMMAND)
            .toList();
    Prose words =
        own.size() == 1
            ? Prose.of("Nothing was recorded yet. Did you mean ")
                .strong(own.getFirst().label())
                .text("? This is not its channel.")
            : Prose.of(
                "Nothing was recorded yet: you have " + own.size() + " open incidents. Which one?");
    return new Answer(null, false, offers.size() == own.size() ? words : orTyped(words), offers);
  }

  /** Not every incident has a button: there are many, or the text is too long for one. */
  private static Prose orTyped(Prose words) {
    return words
        .text(" Say it again in the incident's channel, or name the incident: add ")
        .code("--incident-id INC-12")
        .text(" at the end.");
  }

  private static Offer offer(Utterance.Order order, Incident incident, boolean only) {
    String verb = order.verb().word();
    String command = (verb + " " + rest(order)).strip() + " --incident-id " + incident.number();
    String label =
        shortened(Character.toUpperCase(verb.charAt(0)) + verb.substring(1) + " ", incident);
    if (order.command() instanceof Command.Cancel) {
      return Offer.danger(label, command);
    }
    return only ? Offer.primary(label, command) : Offer.plain(label, command);
  }

  /**
   * What followed the verb, as typed. A time is written out: "20m" would mean another one when the
   * button is pressed.
   */
  private static String rest(Utterance.Order order) {
    Command.OnIncident command = order.command();
    if (command instanceof Command.SetMilestone set && set.at() != null) {
      return set.milestone().word() + " " + set.at();
    }
    if (command instanceof Command.Correct correct && correct.at() != null) {
      return correct.entry()
          + " --at "
          + correct.at()
          + (correct.text() == null ? "" : " --message " + Offer.quoted(correct.text()))
          + (correct.reason() == null ? "" : " --reason " + Offer.quoted(correct.reason()));
    }
    if (command instanceof Command.Note note && note.at() != null) {
      return "--at "
          + note.at()
          + (note.evidence() == null ? "" : " --link " + Offer.quoted(note.evidence()))
          + " "
          + Offer.quoted(note.text());
    }
    return order.rest();
  }

  /** Cut between characters, never within one. */
  private static String shortened(String doing, Incident incident) {
    String label = doing + incident.label();
    if (label.length() <= LONGEST_LABEL) {
      return label;
    }
    int end = LONGEST_LABEL - 1;
    return label.substring(0, Character.isHighSurrogate(label.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  static Answer unknown(IncidentNumber number) {
    return Answer.unchanged(
        Prose.of("There is no " + number + " that you can see. Nothing was recorded. ")
            .code("/incident list all")
            .text(" shows every incident."),
        Offer.plain("Open incidents", "list"));
  }
}
