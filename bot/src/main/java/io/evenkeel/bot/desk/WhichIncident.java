package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.Prose;
import java.util.List;

/** Asks which incident a command is for, with one button for each: nothing is recorded before. */
final class WhichIncident {
  /** More would hide the words above them on a phone. */
  private static final int MOST_BUTTONS = 5;

  /** Slack's limits for a button's text and value (docs.slack.dev, "Button element"). */
  private static final int LONGEST_LABEL = 75;

  private static final int LONGEST_COMMAND = 2000;

  private WhichIncident() {}

  /**
   * What may be done on an inferred incident without asking: it is said on which, and nothing
   * moves.
   */
  static boolean harmless(Command.OnIncident command) {
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

  /**
   * @param own the speaker's open incidents
   */
  static Answer ask(Utterance.Order order, List<Incident> own) {
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
}
