package io.evenkeel.bot.hooks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bytes as JSON: UTF-8, each field once, no deeper and of no more parts than any sender writes. */
final class Json {
  /** Many alerts of a sender that is known by then. */
  static final Json GROUP = new Json(400_000);

  /** One, of anybody: its sender is known by what is in it. */
  static final Json EVENT = new Json(20_000);

  /** Alertmanager's payload is 4 deep; custom details may nest further. */
  private static final int DEEPEST = 40;

  private static final int LONGEST_NUMBER = 100;

  private final JsonMapper mapper;
  private final int most;

  /**
   * @param most parts: values, names, brackets
   */
  private Json(int most) {
    this.most = most;
    mapper = mapper(most);
  }

  private static JsonMapper mapper(int most) {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(LONGEST_NUMBER)
            .maxTokenCount(most)
            .build();
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .build();
  }

  /** What was brought, unless something is found wrong in the body on the way. */
  Brought reading(byte[] body, Function<Field, Brought> how) {
    try {
      Field whole = read(body);
      Brought brought = how.apply(whole);
      return whole.faults().isEmpty() ? brought : new Brought.Faulty(whole.faults());
    } catch (Unreadable e) {
      return new Brought.Faulty(List.of(String.valueOf(e.getMessage())));
    }
  }

  private Field read(byte[] body) {
    JsonNode node;
    try {
      node =
          mapper.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      throw new Unreadable("The body is no UTF-8 text. Send JSON in UTF-8.");
    } catch (JacksonException e) {
      throw new Unreadable(words(e));
    }
    if (node == null || !node.isContainer()) {
      throw new Unreadable("The body is no JSON object. Send one, beginning with {.");
    }
    return new Field("", node, new Faults());
  }

  /** The library's words may hold what was sent, so they are not repeated. */
  private String words(JacksonException why) {
    String said = String.valueOf(why.getOriginalMessage());
    if (said.contains("nesting depth")) {
      return "The body is nested more than " + DEEPEST + " deep. Send it flatter.";
    }
    if (said.startsWith("Token count")) {
      return String.format(
          Locale.ROOT, "The body has more than %,d parts. Send fewer alerts at once.", most);
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
