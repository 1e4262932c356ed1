package io.evenkeel.bot.read;

import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.AlertGroups;
import java.time.Instant;
import java.util.List;

/** Lists of alerts: of an incident, and those that people are asked about. */
final class AlertList {
  private static final int MOST = 20;

  private AlertList() {}

  static Answer of(Transaction tx, IncidentNumber incident) {
    List<AlertGroup> groups = new AlertGroups(tx).of(incident);
    if (groups.isEmpty()) {
      return Answer.unchanged(
          Prose.of("No alerts belong to " + incident + ". To attach some: ")
              .code("/incident alert attach A-12 to " + incident)
              .text(". The ones that wait for a word: "),
          Offer.plain("Alerts that wait", "alert list"));
    }
    Prose words = Prose.of("Alerts of ").strong(incident.toString()).text(":");
    return Answer.unchanged(lines(tx, words, groups));
  }

  static Answer proposed(Transaction tx) {
    List<AlertGroup> groups = new AlertGroups(tx).proposed(MOST);
    if (groups.isEmpty()) {
      return Answer.unchanged(
          Prose.of("No alerts wait for anybody's word. Those of an incident: ")
              .code("/incident alert list INC-4")
              .text("."));
    }
    Prose words = Prose.of("What is to become of these?");
    String newest = groups.getFirst().label();
    return Answer.unchanged(
        lines(tx, words, groups),
        Offer.primary("Declare " + newest, "alert declare " + newest),
        Offer.plain("Dismiss " + newest, "alert dismiss " + newest));
  }

  static Answer unseen(IncidentNumber incident) {
    return Answer.unchanged(Prose.of("There is no " + incident + " that you can see."));
  }

  private static Prose lines(Transaction tx, Prose words, List<AlertGroup> groups) {
    Prose all = words;
    for (AlertGroup group : groups.subList(0, Math.min(MOST, groups.size()))) {
      AlertGroup.Tally tally = new AlertGroups(tx).tally(group.number());
      Instant first = tally.first();
      all =
          all.text("\n• ")
              .strong(group.label() + " " + group.title())
              .text(group.service() == null ? ": " : " on " + group.service() + ": ")
              .text(tally.words() + ", since ")
              .at(first == null ? group.openedAt() : first);
    }
    return groups.size() > MOST ? all.text("\n… and " + (groups.size() - MOST) + " more") : all;
  }
}
