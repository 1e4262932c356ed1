package io.evenkeel.incident;

import java.util.Optional;

/**
 * Why an entry stays as it was recorded, and what can be done instead. What somebody did through
 * Evenkeel happened when it says: where the world moved at another time, a milestone or a note
 * tells so.
 */
final class Fixed {
  private Fixed() {}

  /**
   * Empty for what people wrote down themselves.
   *
   * @param told at that place
   * @param incident whose timeline it is, for the command to type
   */
  static Optional<Prose> why(Told told, IncidentNumber incident) {
    String here = " --incident-id " + incident;
    return switch (told.first().kind()) {
      case NOTE, DECISION, UPDATE -> Optional.empty();
      case REPORTED,
          JOINED,
          ROLE,
          CLAIM,
          TASK,
          ACTION,
          LINK,
          MERGED,
          STATUS,
          SEVERITY,
          PAGED,
          PAGE_ANSWER,
          ESCALATED,
          POSTMORTEM,
          REMINDER,
          ALERT,
          RUNBOOK,
          MEASURED ->
          Optional.of(
              Prose.of("Evenkeel recorded it when it was done, and that stays. What it leaves out")
                  .text(" can be added: ")
                  .code("/incident note what happened --at 14:02" + here)
                  .text("."));
      case DECLARED, MILESTONE, MITIGATED, RESOLVED, CLOSED, REOPENED, CANCELLED ->
          Optional.of(
              Prose.of("Evenkeel recorded it when it was said, and that stays. When it really was")
                  .text(" is a milestone, which can be put right: ")
                  .code("/incident milestone mitigated 14:40" + here)
                  .text("."));
      case STATEMENT ->
          Optional.of(
              Prose.of("Somebody has approved it word for word, and that stays. What holds now is")
                  .text(" another statement: ")
                  .code("/incident statement customer text" + here)
                  .text("."));
      case RESOLUTION ->
          Optional.of(
              Prose.of("Another resolution takes its place: ")
                  .code("/incident resolution text" + here)
                  .text("."));
      case CAPTURED ->
          Optional.of(
              Prose.of(
                      "It is a message from Slack, and follows it: edit the message there, or take")
                  .text(" its pin away. When it happened can be put right: ")
                  .code(
                      "/incident correct "
                          + told.standing().seq()
                          + " --at 14:02 --reason why"
                          + here)
                  .text("."));
      case WITHDRAWN, CORRECTED ->
          Optional.of(Prose.of("It tells how the timeline was put right, and that stays."));
    };
  }
}
