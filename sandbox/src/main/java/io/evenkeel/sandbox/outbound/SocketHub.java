package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Socket Mode as Slack runs it: an address works once, envelopes go to one of the connections in
 * turn, and one whose connection breaks before it is acknowledged goes to another within the 3 s.
 */
public final class SocketHub {

  /** So many connections an app may have. */
  public static final int MOST = 10;

  private static final long LASTS_S = 18_060;

  private final Workspace workspace;
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile boolean enabled;
  private volatile boolean away;

  /** Switched off until {@link #enable}. */
  public SocketHub(Workspace workspace) {
    this.workspace = workspace;
  }

  /** A connection and what it has not acknowledged. */
  public static final class Link {
    private final SocketLine line;
    private final Map<String, CompletableFuture<Reply>> open = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    private Link(SocketLine line) {
      this.line = line;
    }
  }

  /** Switches Socket Mode on in the app's settings, or off again. */
  public void enable(boolean on) {
    enabled = on;
    if (!on) {
      links.forEach(link -> link.line.send(disconnect("link_disabled")));
    }
  }

  public boolean enabled() {
    return enabled;
  }

  /** Nobody can connect until this is taken back; connections are broken. */
  public void away(boolean now) {
    away = now;
    if (now) {
      cut();
    }
  }

  /** The connection breaks right after the next envelope was sent over it. */
  public void cutAfterNext() {
    cuts.incrementAndGet();
  }

  /** The next acknowledgement gets lost on Slack's side. */
  public void loseNext() {
    lost.incrementAndGet();
  }

  /** Breaks every connection without a word. */
  public void cut() {
    links.forEach(link -> link.line.cut());
  }

  /**
   * Asks every app to connect anew, and closes the old connections two seconds later.
   *
   * @param reason {@code warning} or {@code refresh_requested}
   */
  public void refresh(String reason) {
    for (Link link : links) {
      link.leaving = true;
      link.line.send(disconnect(reason));
      Thread.ofVirtual()
          .start(() -> {
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            link.line.close(1000, "");
          });
    }
  }

  /** How many connections there are. */
  public int connections() {
    return links.size();
  }

  /** How many envelopes were acknowledged only after they were sent again. */
  public int sentAgain() {
    return again.get();
  }

  /** What an app did that Slack would not have understood. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The query of an address that works once. */
  public String ticket() {
    String ticket = workspace.newId("").toLowerCase(Locale.ROOT) + "-" + System.nanoTime();
    tickets.add(ticket);
    return "ticket=" + ticket + "&app_id=" + workspace.bot().appId();
  }

  /** Somebody connects; null when they may not. */
  public @Nullable Link opened(@Nullable String ticket, SocketLine line) {
    if (away || ticket == null || !tickets.remove(ticket) || links.size() >= MOST) {
      line.close(1008, "not allowed");
      return null;
    }
    if (!enabled) {
      line.send(disconnect("link_disabled"));
      line.close(1000, "");
      return null;
    }
    Link link = new Link(line);
    links.add(link);
    ObjectNode hello = Json.object().put("type", "hello").put("num_connections", links.size());
    hello.set("connection_info", Json.object().put("app_id", workspace.bot().appId()));
    hello.set(
        "debug_info",
        Json.object()
            .put("host", "applink-sandbox")
            .put("build_number", 1)
            .put("approximate_connection_time", LASTS_S));
    line.send(Json.text(hello));
    return link;
  }

  /** A connection is gone: what it had not acknowledged goes elsewhere. */
  public void closed(Link link) {
    links.remove(link);
    link.open.values().forEach(open -> open.cancel(false));
  }

  /** An app acknowledges. */
  public void received(Link link, String text) {
    JsonNode ack;
    try {
      ack = Json.parse(text);
    } catch (JacksonException e) {
      complaints.add("no JSON: " + text);
      return;
    }
    CompletableFuture<Reply> open = link.open.remove(ack.path("envelope_id").asString(""));
    if (open == null) {
      complaints.add("acknowledges what was not sent here: " + text);
      return;
    }
    if (taken(lost)) {
      return;
    }
    JsonNode payload = ack.path("payload");
    open.complete(
        payload.isMissingNode()
            ? new Reply(200, 0, "text/plain", "")
            : new Reply(200, 0, "application/json", Json.text(payload)));
  }

  /**
   * Sends one envelope and waits for its acknowledgement.
   *
   * @param type {@code events_api}, {@code slash_commands} or {@code interactive}
   * @param answered whether an answer may come with it
   * @param retry how many times it was sent before
   */
  Reply deliver(String type, JsonNode payload, boolean answered, int retry) {
    long started = System.nanoTime();
    long deadline = started + BotLink.PATIENCE.toNanos();
    int sent = retry;
    while (System.nanoTime() < deadline) {
      Link link = next();
      if (link == null) {
        if (sent == retry) {
          return new Reply(0, ms(started), "", "");
        }
        LockSupport.parkNanos(5_000_000);
        continue;
      }
      String id = workspace.newId("En") + "-" + Long.toHexString(System.nanoTime());
      var open = new CompletableFuture<Reply>();
      link.open.put(id, open);
      try {
        link.line.send(envelope(id, type, payload, answered, sent));
        if (taken(cuts)) {
          link.line.cut();
        }
        Reply reply = open.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (sent > 0) {
          again.incrementAndGet();
        }
        return new Reply(200, ms(started), reply.contentType(), answered ? reply.body() : "");
      } catch (TimeoutException e) {
        link.open.remove(id);
      } catch (ExecutionException | CancellationException e) {
        sent++;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Reply(0, ms(started), "", "");
      }
    }
    return new Reply(0, ms(started), "", "");
  }

  private @Nullable Link next() {
    List<Link> staying = links.stream().filter(link -> !link.leaving).toList();
    List<Link> among = staying.isEmpty() ? List.copyOf(links) : staying;
    return among.isEmpty() ? null : among.get(Math.floorMod(turn.getAndIncrement(), among.size()));
  }

  private static boolean taken(AtomicInteger count) {
    return count.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  private static String envelope(
      String id, String type, JsonNode payload, boolean answered, int retry) {
    ObjectNode json =
        Json.object()
            .put("envelope_id", id)
            .put("type", type)
            .put("accepts_response_payload", answered);
    json.set("payload", payload);
    if (type.equals("events_api")) {
      json.put("retry_attempt", retry).put("retry_reason", retry == 0 ? "" : "timeout");
    }
    return Json.text(json);
  }

  private static String disconnect(String reason) {
    ObjectNode json = Json.object().put("type", "disconnect").put("reason", reason);
    json.set("debug_info", Json.object().put("host", "applink-sandbox"));
    return Json.text(json);
  }

  private static long ms(long started) {
    return Duration.ofNanos(System.nanoTime() - started).toMillis();
  }
}
