package io.evenkeel.sandbox.web;

import io.evenkeel.sandbox.client.Delivery;
import io.evenkeel.sandbox.workspace.Json;
import tools.jackson.databind.node.ObjectNode;

/** What came of a request to the app, as the control API answers it. */
final class DeliveryJson {
  private DeliveryJson() {}

  static ObjectNode of(Delivery delivery) {
    ObjectNode json =
        Json.object().put("status", delivery.status()).put("took_ms", delivery.tookMs());
    json.set("ack", delivery.ack());
    if (!delivery.again().isEmpty()) {
      json.set("again", Json.of(delivery.again().stream().map(DeliveryJson::of).toList()));
    }
    return json;
  }
}
