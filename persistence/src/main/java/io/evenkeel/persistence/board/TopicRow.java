package io.evenkeel.persistence.board;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Topic;
import org.jooq.Record2;

/** What is subscribed as its row has it: a kind and a name. */
final class TopicRow {
  static final String INCIDENT = "incident";
  private static final String SEVERITY = "severity";
  private static final String SERVICE = "service";

  private TopicRow() {}

  static String kind(Topic topic) {
    return switch (topic) {
      case Topic.OfIncident _ -> INCIDENT;
      case Topic.OfSeverity _ -> SEVERITY;
      case Topic.OfService _ -> SERVICE;
    };
  }

  static String name(Topic topic) {
    return switch (topic) {
      case Topic.OfIncident(IncidentNumber number) -> Integer.toString(number.value());
      case Topic.OfSeverity(Severity severity) -> severity.name();
      case Topic.OfService(String name) -> name;
    };
  }

  static Topic read(Record2<String, String> row) {
    String name = row.value2();
    return switch (row.value1()) {
      case INCIDENT -> new Topic.OfIncident(new IncidentNumber(Integer.parseInt(name)));
      case SEVERITY -> new Topic.OfSeverity(new Severity(name));
      case SERVICE -> new Topic.OfService(name);
      default -> throw new IllegalStateException("no such kind of subscription: " + row.value1());
    };
  }
}
