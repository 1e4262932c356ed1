package io.evenkeel.persistence.inbox;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as it is stored. Written out by hand: the names below are in databases, and renaming a
 * record must not change them.
 */
public final class AnswerJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private AnswerJson() {}

  public static String write(Answer answer) {
    ObjectNode node = JSON.createObjectNode();
    IncidentNumber incident = answer.incident();
    if (incident != null) {
      node.put("incident", incident.value());
    }
    node.put("recorded", answer.recorded());
    node.set("words", ProseJson.write(JSON.createArrayNode(), answer.words()));
    var offers = node.putArray("offers");
    for (Offer offer : answer.offers()) {
      offers
          .addObject()
          .put("label", offer.label())
          .put("command", offer.command())
          .put("style", offer.style().name().toLowerCase(Locale.ROOT));
    }
    return JSON.writeValueAsString(node);
  }

  public static Answer read(String json) {
    JsonNode node = JSON.readTree(json);
    JsonNode incident = node.get("incident");
    return new Answer(
        incident == null ? null : new IncidentNumber(incident.intValue()),
        node.required("recorded").booleanValue(),
        ProseJson.read(node.required("words")),
        StreamSupport.stream(node.required("offers").spliterator(), false)
            .map(AnswerJson::offer)
            .toList());
  }

  private static Offer offer(JsonNode node) {
    return new Offer(
        node.required("label").stringValue(),
        node.required("command").stringValue(),
        Offer.Style.valueOf(node.required("style").stringValue().toUpperCase(Locale.ROOT)));
  }
}
