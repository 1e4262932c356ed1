package io.evenkeel.bot.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was sent to {@code /api/v1/commands}: an object of texts, each of which is known. */
record CommandBody(JsonNode json) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> FIELDS = Set.of("text", "as", "channel");

  /**
   * @throws Refusal 400 when it is no such object, and as {@link Body}
   */
  static CommandBody of(Context context) throws IOException {
    JsonNode body = parsed(Body.COMMAND.read(context));
    for (String field : body.propertyNames()) {
      if (!FIELDS.contains(field)) {
        throw new Refusal(
            400, "I do not know the field \"" + field + "\". There are text, as and channel.");
      }
    }
    return new CommandBody(body);
  }

  private static JsonNode parsed(byte[] bytes) {
    try {
      JsonNode body =
          JSON.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      if (body != null && body.isObject()) {
        return body;
      }
    } catch (JacksonException | CharacterCodingException _) {
      throw notJson();
    }
    throw notJson();
  }

  private static Refusal notJson() {
    return new Refusal(
        400,
        "The request is no JSON object. Send one such as"
            + " {\"text\": \"declare API is down\", \"as\": \"alice\"}.");
  }

  /** The text, or a refusal in those words. */
  String required(String field, String missing) {
    String text = text(field);
    if (text == null || text.isBlank()) {
      throw new Refusal(400, missing);
    }
    return text;
  }

  /** Null where it is left out. */
  @Nullable String text(String field) {
    JsonNode value = json.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new Refusal(400, "\"" + field + "\" must be a text in double quotes.");
    }
    return value.stringValue();
  }
}
