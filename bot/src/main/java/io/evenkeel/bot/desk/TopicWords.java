package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Topic;
import org.jspecify.annotations.Nullable;

/** What somebody can subscribe to, in words. */
final class TopicWords {
  private TopicWords() {}

  /** For whoever is subscribed to nothing. */
  static Answer none(SeverityScale severities) {
    return Answer.unchanged(
        Prose.of(
                "You are subscribed to nothing. Updates come to you by direct message once you"
                    + " type ")
            .code("/incident subscribe INC-12")
            .text(", or for every incident of a severity or a service ")
            .code("/incident subscribe " + severities.levels().getFirst().severity())
            .text(" or ")
            .code("/incident subscribe api")
            .text("."),
        Offer.plain("Open incidents", "list"));
  }

  static Prose named(Prose words, Topic topic, @Nullable Incident incident) {
    return switch (topic) {
      case Topic.OfIncident(IncidentNumber number) ->
          words.strong(incident == null ? number.toString() : incident.label());
      case Topic.OfSeverity(Severity severity) -> words.strong(severity.name());
      case Topic.OfService(String name) -> words.text("the service ").strong(name);
    };
  }

  /** What comes of a subscription, behind its name. */
  static String told(Topic topic, @Nullable Incident incident, SeverityScale severities) {
    String what =
        "updates (not internal ones), changes of severity and status, and the end come to you by"
            + " direct message, in one thread";
    String others =
        " for each incident. Drills, and private incidents that you are not in, are left out.";
    return switch (topic) {
      case Topic.OfIncident _ ->
          incident == null || incident.open()
              ? ": its " + what + "."
              : ". It is " + incident.status().word() + ": you are told if it is reopened.";
      case Topic.OfSeverity(Severity severity) ->
          (severities.rank(severity) <= 0 ? "" : " and every worse one")
              + ": that one is declared, its "
              + what
              + others;
      case Topic.OfService _ -> ": that an incident of it is declared, its " + what + others;
    };
  }

  static Offer stop(Topic topic) {
    String words =
        switch (topic) {
          case Topic.OfIncident(IncidentNumber number) -> number.toString();
          case Topic.OfSeverity(Severity severity) -> severity.name();
          case Topic.OfService(String name) -> name.length() > 60 ? name.substring(0, 60) : name;
        };
    return Offer.plain("Stop " + words, "unsubscribe " + topic.typed());
  }
}
