package io.evenkeel.sandbox.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every Web API call the bot made, in order; the oldest are forgotten after 50,000. */
public final class Calls {

  private static final int KEPT = 50_000;

  /**
   * One call.
   *
   * @param args without the token
   * @param applied whether Slack carried it out, whatever was answered
   * @param status the HTTP status; 0 if the connection was cut
   * @param answer null if the connection was cut or the answer was no JSON
   */
  public record Recorded(
      Instant at,
      String method,
      Map<String, String> args,
      boolean applied,
      int status,
      @Nullable JsonNode answer) {

    public Recorded {
      args = Map.copyOf(args);
    }
  }

  private final List<Recorded> calls = new ArrayList<>();

  synchronized void add(Recorded call) {
    if (calls.size() >= KEPT) {
      calls.subList(0, KEPT / 10).clear();
    }
    calls.add(call);
  }

  /** All of them, the earliest first. */
  public synchronized List<Recorded> all() {
    return List.copyOf(calls);
  }

  /** Those of one method. */
  public List<Recorded> of(String method) {
    return all().stream().filter(c -> c.method().equals(method)).toList();
  }

  synchronized void clear() {
    calls.clear();
  }
}
