package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;

/** Verbs of the grammar that cannot be used yet say so, and what serves today. */
final class NotThereYet {
  private NotThereYet() {}

  static Answer answer(Verb verb, String rest) {
    Prose words =
        Prose.of("Nothing was recorded: ")
            .code("/incident " + verb.word())
            .text(" is not there yet. " + today(verb) + " ");
    Prose next = words.code("/incident " + instead(verb)).text(".");
    return noted(verb) && !rest.isEmpty()
        ? Answer.unchanged(next, Offer.plain("Record it as a note", note(verb, rest)))
        : Answer.unchanged(next);
  }

  private static String note(Verb verb, String rest) {
    return "note " + verb.word() + ": " + rest;
  }

  private static boolean noted(Verb verb) {
    return switch (verb) {
      case DOING, DONE, TASK, ACTION, LINK, CALL -> true;
      default -> false;
    };
  }

  private static String today(Verb verb) {
    return switch (verb) {
      case HANDOVER -> "Whoever holds a role can give it to somebody else:";
      case DOING, DONE, TASK, ACTION, LINK -> "Write it into the timeline:";
      case CALL -> "Share the link of your call in the channel and write it down:";
      case TIMELINE -> "The timeline is in the postmortem draft:";
      case SUBSCRIBE -> "Join the incident to follow its channel:";
      case CLOSE -> "An incident ends with:";
      case MERGE -> "End the copy as a duplicate:";
      case PAGE, ESCALATE, ONCALL -> "Call them the way you do now, then give them a role:";
      default -> "See:";
    };
  }

  private static String instead(Verb verb) {
    return switch (verb) {
      case HANDOVER, PAGE, ESCALATE, ONCALL -> "assign @name role";
      case DOING, DONE -> "note " + verb.word() + ": restarting the primary";
      case TASK, ACTION -> "note @name: check the backups";
      case LINK, CALL -> "note https://example.org";
      case TIMELINE -> "postmortem";
      case SUBSCRIBE -> "join INC-12";
      case CLOSE -> "resolve";
      case MERGE -> "cancel same as INC-12 --as duplicate";
      default -> "help";
    };
  }
}
