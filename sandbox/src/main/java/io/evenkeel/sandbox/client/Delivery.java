package io.evenkeel.sandbox.client;

import tools.jackson.databind.JsonNode;

/**
 * How the app answered a request that Slack sent it.
 *
 * @param status the HTTP status; 0 if there was no answer in 3 s or no connection
 * @param tookMs from sending to the answer
 * @param ack the body: an object if it was JSON, else text; empty text for an empty body
 */
public record Delivery(int status, long tookMs, JsonNode ack) {

  /** Whether the app acknowledged. Slack shows a warning sign when not. */
  public boolean acknowledged() {
    return status == 200;
  }
}
