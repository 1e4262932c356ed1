package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.ArrayList;
import java.util.List;

/** What can be typed, with an example of each that works as it stands. */
public final class HelpView {
  private HelpView() {}

  /** How the overview is grouped, in this order. */
  private enum Group {
    BEGIN("Begin"),
    PEOPLE("Who does what"),
    PROGRESS("Say what happens"),
    END("End it"),
    FIND("Find and read");

    private final String title;

    Group(String title) {
      this.title = title;
    }
  }

  /** Every verb that is there, in groups. */
  public static Message overview() {
    Prose first =
        Prose.of("Type ")
            .code("/incident")
            .text(" and what happened. In an incident's channel no number is needed; elsewhere add")
            .text(" ")
            .code("--incident-id INC-12")
            .text(".");
    var blocks = new ArrayList<LayoutBlock>(AnswerView.sections(first));
    for (Group group : Group.values()) {
      blocks.addAll(AnswerView.sections(verbs(group)));
    }
    blocks.addAll(
        Buttons.row(
            List.of(Buttons.declare()), List.of(Offer.plain("Open incidents", "list open"))));
    return new Message("What you can type after /incident", blocks);
  }

  /** One verb with its short forms and an example. */
  public static Message of(Verb verb) {
    Prose words = Prose.of("").code("/incident " + verb.form()).text(": " + verb.purpose() + ".");
    words = words.text("\nFor example ").code("/incident " + verb.example()).text(".");
    if (verb.forms().size() > 1) {
      String others = String.join(", ", verb.forms().subList(1, verb.forms().size()));
      words = words.text("\nAlso understood: " + others + ".");
    }
    return AnswerView.message(words, List.of(), List.of(Offer.plain("All commands", "help")));
  }

  private static Prose verbs(Group group) {
    Prose all = Prose.of("").strong(group.title);
    for (Verb verb : Verb.values()) {
      if (group(verb) == group) {
        all = all.text("\n• ").code("/incident " + verb.example()).text(" " + verb.purpose());
      }
    }
    return all;
  }

  private static Group group(Verb verb) {
    return switch (verb) {
      case DECLARE, JOIN, WAR_ROOM, CALL -> Group.BEGIN;
      case ASSIGN,
          TAKE,
          CONFIRM,
          HANDOVER,
          ACCEPT,
          DECLINE,
          UNASSIGN,
          DOING,
          DONE,
          TASK,
          PAGE,
          ESCALATE,
          ONCALL,
          MAINTENANCE,
          QUIET ->
          Group.PEOPLE;
      case UPDATE,
          STATEMENT,
          STATUS,
          SEVERITY,
          NOTE,
          CORRECT,
          WITHDRAW,
          DECISION,
          MILESTONE,
          MITIGATE,
          RUNBOOK,
          LINK,
          ACTION,
          SNOOZE ->
          Group.PROGRESS;
      case RESOLVE, RESOLUTION, REOPEN, CANCEL, MERGE, CLOSE -> Group.END;
      case LIST,
          POSTMORTEM,
          TIMELINE,
          SERVICE,
          SUBSCRIBE,
          UNSUBSCRIBE,
          LOAD,
          IMPACT,
          SLO,
          ALERT,
          RETRY,
          DRILL,
          HELP ->
          Group.FIND;
    };
  }
}
