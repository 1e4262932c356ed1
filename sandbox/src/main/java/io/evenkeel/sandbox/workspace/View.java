package io.evenkeel.sandbox.workspace;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An open modal.
 *
 * @param id {@code V…}
 * @param owner who has it open
 * @param content the view as the app sent it: title, submit, close, blocks, …
 * @param values {@code state.values}: block id → action id → the element's value
 * @param errors what the app found wrong at the last submission: block id → words
 * @param rootViewId the first of the stack
 * @param previousViewId the one below, or null for the first
 * @param hash changes with every update
 */
public record View(
    String id,
    String owner,
    JsonNode content,
    JsonNode values,
    Map<String, String> errors,
    String rootViewId,
    @Nullable String previousViewId,
    String hash) {

  public View {
    errors = Map.copyOf(errors);
  }

  /** The app's name for this kind of modal, or empty. */
  public String callbackId() {
    return content.path("callback_id").asString("");
  }

  /** What the app keeps in it, or empty. */
  public String privateMetadata() {
    return content.path("private_metadata").asString("");
  }

  /** The app's own id for this view, or empty. */
  public String externalId() {
    return content.path("external_id").asString("");
  }

  View updated(JsonNode nextContent, JsonNode nextValues, String nextHash) {
    return new View(
        id, owner, nextContent, nextValues, Map.of(), rootViewId, previousViewId, nextHash);
  }

  View withValues(JsonNode next) {
    return new View(id, owner, content, next, errors, rootViewId, previousViewId, hash);
  }

  View withErrors(Map<String, String> next) {
    return new View(id, owner, content, values, next, rootViewId, previousViewId, hash);
  }
}
