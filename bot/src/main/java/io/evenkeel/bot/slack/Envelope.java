package io.evenkeel.bot.slack;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What kind of request a body holds. Looked at before Bolt, which logs the whole body of anything
 * it does not know, and which reads a field with two equals signs as absent.
 */
enum Envelope {
  /** Slack's check of the certificate: asks for nothing. */
  SSL_CHECK,
  /** Slack's word that it keeps events back, as there were too many in an hour. */
  EVENTS_KEPT_BACK,
  /** A slash command, an interaction, an event: for a listener. */
  LISTENER;

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String KEPT_BACK = "app_rate_limited";

  private static final Set<String> EVENTS = Set.of("event_callback", "url_verification", KEPT_BACK);

  private static final Set<String> INTERACTIONS =
      Set.of(
          "block_actions",
          "block_suggestion",
          "view_submission",
          "view_closed",
          "shortcut",
          "message_action");

  /** Empty for bytes that are no UTF-8. */
  static Optional<String> text(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Empty for anything that Slack does not send. */
  static Optional<Envelope> of(String body) {
    try {
      return body.stripLeading().startsWith("{") ? ofType(body, EVENTS) : ofForm(body);
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // a percent sign without its two digits
    }
  }

  private static Optional<Envelope> ofForm(String body) {
    var names = new HashSet<String>();
    Optional<Envelope> found = Optional.empty();
    for (String pair : body.strip().split("&", -1)) {
      String[] field = pair.split("=", -1);
      if (field.length != 2 || !names.add(decoded(field[0]))) {
        return Optional.empty();
      }
      String value = decoded(field[1]);
      found =
          switch (decoded(field[0])) {
            case "command" -> Optional.of(LISTENER);
            case "payload" -> ofType(value, INTERACTIONS);
            case "ssl_check" ->
                found.isEmpty() && value.equals("1") ? Optional.of(SSL_CHECK) : found;
            default -> found;
          };
    }
    return found;
  }

  private static Optional<Envelope> ofType(String json, Set<String> known) {
    try {
      JsonNode type = JSON.readTree(json).path("type");
      if (!type.isString() || !known.contains(type.stringValue())) {
        return Optional.empty();
      }
      return Optional.of(type.stringValue().equals(KEPT_BACK) ? EVENTS_KEPT_BACK : LISTENER);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
