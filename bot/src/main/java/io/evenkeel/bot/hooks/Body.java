package io.evenkeel.bot.hooks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bytes as JSON: UTF-8, each field once, no deeper than any sender writes. */
final class Body {
  /** Alertmanager's payload is 4 deep; custom details may nest further. */
  private static final int DEEPEST = 40;

  private static final int LONGEST_NUMBER = 100;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private Body() {}

  /** What was brought, unless something is found wrong in the body on the way. */
  static Brought reading(byte[] body, Function<Field, Brought> how) {
    try {
      Field whole = read(body);
      Brought brought = how.apply(whole);
      return whole.faults().isEmpty() ? brought : new Brought.Faulty(whole.faults());
    } catch (Unreadable e) {
      return new Brought.Faulty(List.of(String.valueOf(e.getMessage())));
    }
  }

  private static Field read(byte[] body) {
    JsonNode node;
    try {
      node =
          JSON.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      throw new Unreadable("The body is no UTF-8 text. Send JSON in UTF-8.");
    } catch (JacksonException e) {
      throw new Unreadable(words(e));
    }
    if (node == null || !node.isContainer()) {
      throw new Unreadable("The body is no JSON object. Send one, beginning with {.");
    }
    return new Field("", node, new ArrayList<>());
  }

  /** The library's words may hold what was sent, so they are not repeated. */
  private static String words(JacksonException why) {
    String said = String.valueOf(why.getOriginalMessage());
    if (said.contains("nesting depth")) {
      return "The body is nested more than " + DEEPEST + " deep. Send it flatter.";
    }
    if (said.startsWith("Duplicate")) {
      return "The body has a field twice in one object. Send each once.";
    }
    var at = why.getLocation();
    return "The body is no JSON"
        + (at == null || at.getLineNr() < 1
            ? ""
            : " at line " + at.getLineNr() + ", column " + at.getColumnNr())
        + ". Send a JSON object.";
  }
}
