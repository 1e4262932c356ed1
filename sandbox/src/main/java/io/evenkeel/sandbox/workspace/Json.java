package io.evenkeel.sandbox.workspace;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Slack writes it: snake case, and nothing where there is nothing. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(v -> v.withValueInclusion(Include.NON_NULL))
          .build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** Records, maps and lists to JSON. */
  public static JsonNode of(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** A map to a JSON object. */
  public static ObjectNode object(Map<String, ?> fields) {
    return MAPPER.valueToTree(fields);
  }

  /**
   * Reads JSON text.
   *
   * @throws JacksonException if it is not JSON
   */
  public static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  public static <T> T read(byte[] json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }
}
