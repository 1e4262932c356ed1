package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A reminder as it is stored with the effect that tells of it. */
final class ReminderJson {
  private ReminderJson() {}

  static ObjectNode write(ObjectNode node, Reminder reminder) {
    node.put("reminder", reminder.kind().word())
        .put("at", reminder.at().toString())
        .put("due", reminder.due().toString())
        .put("channel", reminder.channel())
        .put("lone", reminder.lone())
        .put("again", reminder.again().toString())
        .put("late", reminder.late().toString());
    var to = node.putArray("to");
    for (Person person : reminder.to()) {
      to.addObject().put("id", person.id().value()).put("name", person.name());
    }
    var roles = node.putArray("roles");
    reminder.roles().forEach(role -> roles.add(role.name()));
    return node;
  }

  static Reminder read(JsonNode json) {
    var to = new ArrayList<Person>();
    json.required("to")
        .forEach(one ->
            to.add(
                new Person(
                    new PersonId(one.required("id").stringValue()),
                    one.required("name").stringValue())));
    var roles = new ArrayList<Role>();
    json.required("roles").forEach(role -> roles.add(new Role(role.stringValue())));
    return new Reminder(
        kind(json.required("reminder").stringValue()),
        Instant.parse(json.required("at").stringValue()),
        Instant.parse(json.required("due").stringValue()),
        to,
        json.required("channel").booleanValue(),
        json.required("lone").booleanValue(),
        roles,
        Duration.parse(json.required("again").stringValue()),
        Duration.parse(json.required("late").stringValue()));
  }

  static ReminderKind kind(String word) {
    return ReminderKind.find(word)
        .orElseThrow(() -> new IllegalArgumentException("no such reminder: " + word));
  }
}
