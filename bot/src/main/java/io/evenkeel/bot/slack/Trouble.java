package io.evenkeel.bot.slack;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Prose;

/** What people read when something behind the desk fails. Says only what is certain. */
final class Trouble {
  private Trouble() {}

  static Answer notRecorded(String ref, Course course) {
    if (course.changesNothing()) {
      return Answer.unchanged(
          Prose.of("This cannot be shown: the database does not answer. Nothing was changed; try")
              .text(" again in a minute (ref " + ref + ")."));
    }
    return Answer.unchanged(
        Prose.of("NOT recorded: the database does not answer. Nothing was changed; try again in a")
            .text(" minute (ref " + ref + ")."));
  }

  static Answer inDoubt(String ref) {
    return Answer.unchanged(
        Prose.of("This may be recorded: the database has not said yet. Check with ")
            .code("/incident")
            .text(". You will read here how it ended (ref " + ref + ")."));
  }

  /** Nothing is known yet, perhaps not even whether it was a command or a question. */
  static Answer late(String ref, Course course) {
    if (course.changesNothing()) {
      return Answer.unchanged(
          Prose.of(
                  "This could not be read in time. It changes nothing: try again, or wait until it")
              .text(" follows here (ref " + ref + ")."));
    }
    return Answer.unchanged(
        Prose.of("This takes longer than it should. A command may be recorded: check with ")
            .code("/incident")
            .text(". You will read here how it ended (ref " + ref + ")."));
  }

  static Answer neverSettled(String ref) {
    return Answer.unchanged(
        Prose.of("The database still does not answer, so it is not known whether this was recorded")
            .text(" (ref " + ref + "). Check with ")
            .code("/incident")
            .text(" before you say it again."));
  }

  static Answer unexpected(String ref, Course course) {
    if (course.changesNothing()) {
      return Answer.unchanged(
          Prose.of(
                  "Sorry, something went wrong here and this cannot be shown. Nothing was changed.")
              .text(" Whoever runs Evenkeel finds the cause in its log under " + ref + "."));
    }
    return Answer.unchanged(
        Prose.of("Sorry, something went wrong here and it is not known whether this was recorded.")
            .text(" Check with ")
            .code("/incident")
            .text(". Whoever runs Evenkeel finds the cause in its log under " + ref + "."));
  }
}
