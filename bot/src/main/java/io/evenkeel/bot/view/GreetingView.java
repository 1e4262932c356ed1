package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Role;
import java.util.ArrayList;
import java.util.List;

/** A few words for somebody who joins: what is going on, who leads, what is next. */
public final class GreetingView {
  private static final int UPDATE = 600;

  private GreetingView() {}

  /**
   * @param person who reads it: their own roles are named
   */
  public static Message of(Incident incident, PersonId person) {
    Prose words =
        Prose.of("👋 This is ")
            .strong(incident.label())
            .text(": " + incident.severity() + ", " + incident.status().word() + ", ")
            .text(noticed(incident) + " ")
            .at(incident.zero())
            .text(". ");
    words = leads(words, incident, person);
    words = next(words, incident);
    words =
        words
            .text("\nSay what you see with ")
            .code("/incident note …")
            .text("; ")
            .code("/incident help")
            .text(" shows what fits.");
    String here = " --incident-id " + incident.number();
    var blocks = new ArrayList<LayoutBlock>(AnswerView.sections(words));
    blocks.addAll(
        Buttons.row(
            List.of(),
            List.of(
                Offer.plain("Status card", "status" + here),
                Offer.plain("Timeline", "timeline" + here))));
    return new Message(Mrkdwn.of(words, Fit.SECTION), blocks);
  }

  /** What {@link Incident#zero} is: nobody is told of a time of noticing that nobody said. */
  private static String noticed(Incident incident) {
    return incident.milestones().at(Milestone.DETECTED).isPresent() ? "noticed" : "declared";
  }

  private static Prose leads(Prose words, Incident incident, PersonId person) {
    var commander = incident.commander();
    Prose all =
        commander.isEmpty()
            ? words.text("Nobody commands yet.")
            : commander.get().person().id().equals(person)
                ? words.text(
                    "You are its " + (commander.get().acting() ? "acting " : "") + "commander.")
                : words
                    .mention(commander.get().person())
                    .text(commander.get().acting() ? " is acting commander." : " commands.");
    List<String> own =
        incident.roles().entrySet().stream()
            .filter(held -> held.getValue().person().id().equals(person))
            .filter(held -> !held.getKey().equals(Role.INCIDENT_COMMANDER))
            .map(held -> held.getKey().words())
            .toList();
    return own.isEmpty() ? all : all.text(" You are " + String.join(" and ", own) + ".");
  }

  private static Prose next(Prose words, Incident incident) {
    var update = incident.update();
    if (update == null) {
      return words.text("\nThere was no update yet.");
    }
    String text = Fit.plain(update.text(), UPDATE);
    Prose all = words.text("\nLatest update, ").at(update.at()).text(": " + text);
    return update.next() == null
        ? all
        : all.text("\nThe next update is promised for ").at(update.next()).text(".");
  }
}
