package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Help that fits the moment: the few things that somebody may want to do right here, right now. */
public final class MomentView {
  private static final List<Verb> UNDER_WAY =
      List.of(
          Verb.UPDATE,
          Verb.ASSIGN,
          Verb.TAKE,
          Verb.DOING,
          Verb.TASK,
          Verb.NOTE,
          Verb.DECISION,
          Verb.SEVERITY,
          Verb.HANDOVER,
          Verb.TIMELINE);

  private static final List<Verb> OVER =
      List.of(
          Verb.POSTMORTEM,
          Verb.MILESTONE,
          Verb.NOTE,
          Verb.ACTION,
          Verb.TIMELINE,
          Verb.CLOSE,
          Verb.REOPEN);

  private static final List<Verb> ELSEWHERE = List.of(Verb.DECLARE, Verb.LIST, Verb.JOIN);

  private static final Offer ALL = Offer.plain("All commands", "help all");

  private MomentView() {}

  /** In the channel of an incident. */
  public static Message in(Incident incident) {
    String number = incident.number().toString();
    Prose words = Prose.of("").strong(incident.label());
    if (!incident.open()) {
      return message(
          words
              .text(" is " + incident.status().word() + ". What is left to do here:")
              .then(of(OVER)),
          List.of(),
          List.of(
              Offer.primary("Postmortem draft", "postmortem --incident-id " + number),
              Offer.plain("Timeline", "timeline --incident-id " + number),
              ALL));
    }
    var verbs = new ArrayList<>(UNDER_WAY);
    verbs.add(
        incident.milestones().mark(Milestone.MITIGATED).isEmpty() ? Verb.MITIGATE : Verb.RESOLVE);
    return message(
        words
            .text(" is " + incident.status().word() + ". What is typed here is about it:")
            .then(of(verbs)),
        List.of(
            CardButtons.button("open:update", "Post update", number, "primary"),
            CardButtons.button("open:resolve", "Resolve", number, null)),
        List.of(Offer.plain("Timeline", "timeline --incident-id " + number), ALL));
  }

  /**
   * Anywhere else.
   *
   * @param own the person's open incidents
   * @param now UTC, to say how long they have lasted
   */
  public static Message elsewhere(List<ListView.Row> own, Instant now) {
    Prose words =
        Prose.of(
                "Something is wrong? One line begins an incident, and its channel opens by itself:")
            .then(of(ELSEWHERE))
            .text("\nWhat concerns one incident is best typed in its channel.");
    for (ListView.Row row : own.subList(0, Math.min(5, own.size()))) {
      words = words.text("\n\n").then(ListView.line(row, now));
    }
    return message(
        words,
        List.of(Buttons.declare()),
        List.of(Offer.plain("Open incidents", "list open"), ALL));
  }

  private static Prose of(List<Verb> verbs) {
    Prose all = Prose.of("");
    for (Verb verb : verbs) {
      all = all.text("\n• ").code("/incident " + verb.example()).text(" " + verb.purpose());
    }
    return all;
  }

  private static Message message(Prose words, List<ButtonElement> before, List<Offer> offers) {
    var blocks = new ArrayList<LayoutBlock>(AnswerView.sections(words));
    blocks.addAll(Buttons.row(before, offers));
    return new Message(Mrkdwn.of(words, Fit.SECTION), blocks);
  }
}
