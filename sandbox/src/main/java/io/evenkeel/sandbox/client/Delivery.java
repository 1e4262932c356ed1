package io.evenkeel.sandbox.client;

import io.evenkeel.sandbox.outbound.Deliveries;
import io.evenkeel.sandbox.outbound.Reply;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How the app answered a request that Slack sent it.
 *
 * @param status the HTTP status; 0 if there was no answer in 3 s or no connection
 * @param tookMs from sending to the answer
 * @param ack the body: an object if it was JSON, else text; empty text for an empty body
 * @param again the answers to further copies, when a fault had it delivered several times
 */
public record Delivery(int status, long tookMs, JsonNode ack, List<Delivery> again) {

  public Delivery {
    again = List.copyOf(again);
  }

  static Delivery of(List<Reply> replies) {
    List<Delivery> all = replies.stream().map(Delivery::of).toList();
    Delivery first = all.getFirst();
    return new Delivery(first.status(), first.tookMs(), first.ack(), all.subList(1, all.size()));
  }

  private static Delivery of(Reply reply) {
    return new Delivery(reply.status(), reply.tookMs(), Deliveries.ack(reply), List.of());
  }

  /** Whether the app acknowledged. Slack shows a warning sign when not. */
  public boolean acknowledged() {
    return status == 200;
  }
}
