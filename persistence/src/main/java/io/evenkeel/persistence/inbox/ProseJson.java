package io.evenkeel.persistence.inbox;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import java.time.Instant;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Words as a list of objects, each named after its kind of span by its first key. */
final class ProseJson {
  private ProseJson() {}

  static ArrayNode write(ArrayNode into, Prose words) {
    for (Prose.Span span : words.spans()) {
      var node = into.addObject();
      switch (span) {
        case Prose.Text(String text) -> node.put("text", text);
        case Prose.Strong(String text) -> node.put("strong", text);
        case Prose.Code(String text) -> node.put("code", text);
        case Prose.Mention(Person person) ->
            node.put("mention", person.id().value()).put("name", person.name());
        case Prose.Room(ChannelId channel) -> node.put("room", channel.value());
        case Prose.At(Instant instant) -> node.put("at", instant.toString());
        case Prose.When(Instant instant) -> node.put("when", instant.toString());
        case Prose.Link(String url, String text) -> node.put("link", url).put("title", text);
      }
    }
    return into;
  }

  static Prose read(JsonNode words) {
    var spans = new ArrayList<Prose.Span>();
    words.forEach(node -> spans.add(span(node)));
    return new Prose(spans);
  }

  private static Prose.Span span(JsonNode node) {
    String kind = node.propertyNames().iterator().next();
    return switch (kind) {
      case "text" -> new Prose.Text(text(node, kind));
      case "strong" -> new Prose.Strong(text(node, kind));
      case "code" -> new Prose.Code(text(node, kind));
      case "mention", "name" ->
          new Prose.Mention(new Person(new PersonId(text(node, "mention")), text(node, "name")));
      case "room" -> new Prose.Room(new ChannelId(text(node, kind)));
      case "at" -> new Prose.At(Instant.parse(text(node, kind)));
      case "when" -> new Prose.When(Instant.parse(text(node, kind)));
      case "link", "title" -> new Prose.Link(text(node, "link"), text(node, "title"));
      default -> throw new IllegalArgumentException("a stored answer holds an unknown " + kind);
    };
  }

  private static String text(JsonNode node, String key) {
    return node.required(key).stringValue();
  }
}
